import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as z from 'zod';
import { defaultLimits, type Limits, limitSettings } from '#shared/core/quotas.ts';

const signingAlgorithm = z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']);

const splitByComma = (text: string): string[] => text.split(',').map((part) => part.trim());

/** `kms`, `acm-pca` or `acm-pca-short-lived`; with `-2` and so on, a further one of its kind. */
const authorityName = z
  .string()
  .regex(
    /^(kms|acm-pca|acm-pca-short-lived)(-[2-9])?$/,
    'kms, acm-pca or acm-pca-short-lived, with -2 to -9 for a further one of its kind',
  );

const authorityNames = z
  .string()
  .transform(splitByComma)
  .pipe(z.tuple([authorityName], authorityName))
  .refine((names) => new Set(names).size === names.length, 'an authority is named twice');

/** SHA-256 as `openssl x509 -fingerprint` or the outputs of the deployment show it. */
const fingerprints = z
  .string()
  .transform(splitByComma)
  .pipe(z.array(z.string().regex(/^([0-9a-f]{64}|[0-9A-F]{2}(:[0-9A-F]{2}){31})$/, 'SHA-256 fingerprints, separated by commas')));

/** Roots are replaced a year before they end: their certificates must end before that. */
const validityInDays = z.coerce.number().int().min(1).max(365);
const defaultDays = { application: 90, runtime: 7 };
/** A short-lived authority refuses more than 7 days, and certificates begin 5 minutes before they are issued. */
const maxShortLivedDays = 6;

/** Labels that hide Applications from Runtimes, as JSON on the command line or as they are in cdk.json. */
const hideSelectors = z.preprocess(
  parsedIfText,
  z.record(z.string().min(1), z.array(z.string()).min(1), 'JSON that lists values by the keys of labels: {"key": ["value"]}'),
);

function parsedIfText(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

/** Settings that `cdk -c key=value` accepts. */
const deploymentContext = z
  .object({
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and hyphens, 20 at most')
      .default('dev'),
    certificateAuthority: authorityNames.default(['kms']),
    certificateAuthorityArn: z.string().startsWith('arn:').optional(),
    certificateAuthoritySigningAlgorithm: signingAlgorithm.optional(),
    distrustedCertificates: fingerprints.default([]),
    applicationCertificateDays: validityInDays.optional(),
    runtimeCertificateDays: validityInDays.optional(),
    domainName: z.hostname().optional(),
    hostedZoneId: z.string().min(1).optional(),
    oidcIssuer: z.url({ protocol: /^https$/ }).optional(),
    oidcAudience: z.string().min(1).optional(),
    alarmEmail: z.email().optional(),
    leaveOut: z
      .string()
      .regex(/^AWS(::\w+){2}(,AWS(::\w+){2})*$/, 'types of CloudFormation, separated by commas')
      .optional(),
    accountConcurrency: z.coerce.number().int().min(10).default(1000),
    healthCheckSeconds: z.coerce.number().int().min(60).max(86_400).default(300),
    applicationHideSelectors: hideSelectors.default({}),
    quotas: z.preprocess(parsedIfText, limitSettings).default(defaultLimits),
  })
  .refine((context) => !context.domainName === !context.hostedZoneId, {
    path: ['domainName'],
    error: 'domainName and hostedZoneId must be set together',
  })
  .refine((context) => !context.certificateAuthorityArn === !context.certificateAuthoritySigningAlgorithm, {
    path: ['certificateAuthorityArn'],
    error:
      'certificateAuthorityArn and certificateAuthoritySigningAlgorithm must be set together: the algorithm must fit the key of the authority',
  })
  .refine((context) => !context.certificateAuthorityArn || context.certificateAuthority.filter(isFirstAcmPca).length === 1, {
    path: ['certificateAuthorityArn'],
    error: 'certificateAuthorityArn needs certificateAuthority to name acm-pca or acm-pca-short-lived, and not both',
  })
  .refine((context) => !issuesShortLived(context.certificateAuthority) || daysGiven(context).every((days) => days <= maxShortLivedDays), {
    path: ['certificateAuthority'],
    error: `acm-pca-short-lived issues certificates of ${maxShortLivedDays} days at most: lower applicationCertificateDays and runtimeCertificateDays, or leave them out`,
  })
  .refine((context) => !context.oidcIssuer === !context.oidcAudience, {
    path: ['oidcIssuer'],
    error: 'oidcIssuer and oidcAudience must be set together',
  });

interface ValidityContext {
  readonly applicationCertificateDays?: number | undefined;
  readonly runtimeCertificateDays?: number | undefined;
}

const issuesShortLived = ([issuing = '']: readonly string[]): boolean => issuing.includes('short-lived');
const daysGiven = (context: ValidityContext) => [context.applicationCertificateDays ?? 0, context.runtimeCertificateDays ?? 0];
const isFirstAcmPca = (name: string): boolean => /^acm-pca(-short-lived)?$/.test(name);

export type DeploymentContext = z.input<typeof deploymentContext>;

interface ExistingAuthority {
  readonly arn: string;
  readonly signingAlgorithm: z.infer<typeof signingAlgorithm>;
}

/** `suffix` distinguishes authorities of one kind; the first has none. */
export interface KmsAuthoritySetting {
  readonly kind: 'kms';
  readonly suffix: string;
}

export interface AcmPcaAuthoritySetting {
  readonly kind: 'acm-pca';
  readonly suffix: string;
  /** It issues certificates of a week at most and revokes none. */
  readonly shortLived: boolean;
  /** Absent: an ACM private certificate authority is created. */
  readonly existing: ExistingAuthority | undefined;
}

export type AuthoritySetting = KmsAuthoritySetting | AcmPcaAuthoritySetting;

/** All settings of a deployment. No stack or construct depends on the name of the stage. */
export interface DeploymentSettings {
  readonly stage: string;
  /** Physical names begin with this. */
  readonly prefix: string;
  /** The first one issues, the others are trusted beside it. */
  readonly certificateAuthorities: readonly [AuthoritySetting, ...AuthoritySetting[]];
  /** Validity of client certificates, in days. */
  readonly certificateDays: { readonly application: number; readonly runtime: number };
  /** Fingerprints of certificates that leave the truststore. */
  readonly distrustedCertificates: readonly string[];
  /** Absent: no certificate-secured API, since mutual TLS exists on custom domains only. */
  readonly mutualTls: { readonly domainName: string; readonly hostedZoneId: string } | undefined;
  /** Absent: a Cognito user pool is created. */
  readonly identityProvider: { readonly issuer: string; readonly audience: string } | undefined;
  readonly alarmEmail: string | undefined;
  /** Concurrent executions that Lambda allows to the account in the Region. */
  readonly accountConcurrency: number;
  /** Time between two probes of an Application's health. */
  readonly healthCheckSeconds: number;
  /** Labels that hide Applications from Runtimes. */
  readonly applicationHideSelectors: Readonly<Record<string, readonly string[]>>;
  /** Limits by the names of `docs/quotas.md`. */
  readonly quotas: Limits;
  readonly logRetention: RetentionDays;
  readonly eventArchiveDays: number;
  /** CloudFormation types that an emulator does not know, and that no other resource refers to. */
  readonly leaveOut: readonly string[];
}

export function readDeploymentSettings(node: Node): DeploymentSettings {
  const raw = Object.fromEntries(Object.keys(deploymentContext.shape).map((key) => [key, node.tryGetContext(key)]));
  const parsed = deploymentContext.safeParse(raw);
  if (!parsed.success) throw new Error(`The deployment's context is not valid.\n${z.prettifyError(parsed.error)}`);
  const { stage, domainName, hostedZoneId, oidcIssuer, oidcAudience, alarmEmail, healthCheckSeconds } = parsed.data;
  const { certificateAuthorityArn: arn, certificateAuthoritySigningAlgorithm: algorithm } = parsed.data;
  const existing = arn && algorithm ? { arn, signingAlgorithm: algorithm } : undefined;
  const [issuing, ...others] = parsed.data.certificateAuthority;
  return {
    stage,
    prefix: `compass-${stage}`,
    certificateAuthorities: [authoritySetting(issuing, existing), ...others.map((name) => authoritySetting(name, existing))],
    certificateDays: certificateDays(parsed.data, issuing),
    distrustedCertificates: parsed.data.distrustedCertificates,
    mutualTls: domainName && hostedZoneId ? { domainName, hostedZoneId } : undefined,
    identityProvider: oidcIssuer && oidcAudience ? { issuer: oidcIssuer, audience: oidcAudience } : undefined,
    alarmEmail,
    leaveOut: parsed.data.leaveOut?.split(',') ?? [],
    accountConcurrency: parsed.data.accountConcurrency,
    healthCheckSeconds,
    applicationHideSelectors: parsed.data.applicationHideSelectors,
    quotas: parsed.data.quotas,
    ...(stage === 'prod'
      ? { logRetention: RetentionDays.ONE_YEAR, eventArchiveDays: 90 }
      : { logRetention: RetentionDays.ONE_MONTH, eventArchiveDays: 14 }),
  };
}

function authoritySetting(name: string, existing: ExistingAuthority | undefined): AuthoritySetting {
  const suffix = /-\d$/.exec(name)?.[0] ?? '';
  if (name.startsWith('kms')) return { kind: 'kms', suffix };
  return { kind: 'acm-pca', suffix, shortLived: name.includes('short-lived'), existing: isFirstAcmPca(name) ? existing : undefined };
}

function certificateDays({ applicationCertificateDays, runtimeCertificateDays }: ValidityContext, issuing: string) {
  const longest = issuesShortLived([issuing]) ? maxShortLivedDays : Number.POSITIVE_INFINITY;
  return {
    application: applicationCertificateDays ?? Math.min(defaultDays.application, longest),
    runtime: runtimeCertificateDays ?? Math.min(defaultDays.runtime, longest),
  };
}
