import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import { z } from 'zod';

const signingAlgorithm = z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']);

/** What `cdk -c key=value` accepts. */
const deploymentContext = z
  .object({
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and hyphens, 20 at most')
      .default('dev'),
    certificateAuthority: z.enum(['kms', 'acm-pca']).default('kms'),
    certificateAuthorityArn: z.string().startsWith('arn:').optional(),
    certificateAuthoritySigningAlgorithm: signingAlgorithm.optional(),
    domainName: z.hostname().optional(),
    hostedZoneId: z.string().min(1).optional(),
    oidcIssuer: z.url({ protocol: /^https$/ }).optional(),
    oidcAudience: z.string().min(1).optional(),
    alarmEmail: z.email().optional(),
    leaveOut: z
      .string()
      .regex(/^AWS(::\w+){2}(,AWS(::\w+){2})*$/, 'types of CloudFormation, separated by commas')
      .optional(),
  })
  .refine((context) => !context.domainName === !context.hostedZoneId, {
    path: ['domainName'],
    error: 'domainName and hostedZoneId go together',
  })
  .refine((context) => !context.certificateAuthorityArn === !context.certificateAuthoritySigningAlgorithm, {
    path: ['certificateAuthorityArn'],
    error: 'certificateAuthorityArn and certificateAuthoritySigningAlgorithm go together: the algorithm must fit the key of the authority',
  })
  .refine((context) => context.certificateAuthority === 'acm-pca' || !context.certificateAuthorityArn, {
    path: ['certificateAuthorityArn'],
    error: 'certificateAuthorityArn needs certificateAuthority=acm-pca',
  })
  .refine((context) => !context.oidcIssuer === !context.oidcAudience, {
    path: ['oidcIssuer'],
    error: 'oidcIssuer and oidcAudience go together',
  });

export type DeploymentContext = z.input<typeof deploymentContext>;

interface ExistingAuthority {
  readonly arn: string;
  readonly signingAlgorithm: z.infer<typeof signingAlgorithm>;
}

/** Everything in which one deployment differs from another: no stack or construct asks for the stage. */
export interface DeploymentSettings {
  readonly stage: string;
  /** Physical names begin with this. */
  readonly prefix: string;
  readonly certificateAuthority:
    | { readonly kind: 'kms' }
    /** Without an existing one, an ACM private certificate authority is created. */
    | { readonly kind: 'acm-pca'; readonly existing: ExistingAuthority | undefined };
  /** Absent: no certificate-secured API, since mutual TLS exists on custom domains only. */
  readonly mutualTls: { readonly domainName: string; readonly hostedZoneId: string } | undefined;
  /** Absent: a Cognito user pool is created. */
  readonly identityProvider: { readonly issuer: string; readonly audience: string } | undefined;
  readonly alarmEmail: string | undefined;
  readonly logRetention: RetentionDays;
  readonly eventArchiveDays: number;
  /** Types of CloudFormation that an emulator does not know, and that nothing else refers to. */
  readonly leaveOut: readonly string[];
}

export function readDeploymentSettings(node: Node): DeploymentSettings {
  const raw = Object.fromEntries(Object.keys(deploymentContext.shape).map((key) => [key, node.tryGetContext(key)]));
  const parsed = deploymentContext.safeParse(raw);
  if (!parsed.success) throw new Error(`The deployment's context is not valid.\n${z.prettifyError(parsed.error)}`);
  const { stage, domainName, hostedZoneId, oidcIssuer, oidcAudience, alarmEmail } = parsed.data;
  const { certificateAuthority: kind, certificateAuthorityArn: arn, certificateAuthoritySigningAlgorithm: algorithm } = parsed.data;
  return {
    stage,
    prefix: `compass-${stage}`,
    certificateAuthority:
      kind === 'kms' ? { kind } : { kind, existing: arn && algorithm ? { arn, signingAlgorithm: algorithm } : undefined },
    mutualTls: domainName && hostedZoneId ? { domainName, hostedZoneId } : undefined,
    identityProvider: oidcIssuer && oidcAudience ? { issuer: oidcIssuer, audience: oidcAudience } : undefined,
    alarmEmail,
    leaveOut: parsed.data.leaveOut?.split(',') ?? [],
    ...(stage === 'prod'
      ? { logRetention: RetentionDays.ONE_YEAR, eventArchiveDays: 90 }
      : { logRetention: RetentionDays.ONE_MONTH, eventArchiveDays: 14 }),
  };
}
