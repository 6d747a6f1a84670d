import { Aws, CfnParameter, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { edgeRegion } from '../../setting-schema.ts';
import { type Access, allow } from '../access.ts';
import type { Deployment } from '../deployment.ts';

const nameOf = (prefix: string): string => `${prefix}/origin-secret`;

/** The secret by which the firewall shows itself to the functions: made by Secrets Manager, in no template, with a replica beside the functions. */
export class OriginSecret extends Construct {
  private readonly secret: Secret;
  /** The value of the last rotation. CloudFormation reads a secret again only for a resource that changes. */
  readonly rotation: string;

  constructor(scope: Construct, id: string, { prefix, homeRegion }: { prefix: string; homeRegion: string }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      secretName: nameOf(prefix),
      description: 'Shows functions that a request comes from the firewall',
      replicaRegions: homeRegion === edgeRegion ? [] : [{ region: homeRegion }],
      // It protects nothing once the firewall is gone.
      removalPolicy: RemovalPolicy.DESTROY,
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'current', passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A rotation ends with an update of the distribution: npm run aws -- rotate-origin does both.',
    });
    const parameter = new CfnParameter(this, 'Rotation', {
      description: 'Name of the last rotation of the origin secret',
      default: 'none',
    });
    parameter.overrideLogicalId('OriginSecretRotation');
    this.rotation = parameter.valueAsString;
  }

  /** A reference that CloudFormation resolves when it writes the resource; the template has no value. */
  get reference(): string {
    return this.secret.secretValueFromJson('current').unsafeUnwrap();
  }
}

/** Lets a function behind the public API check that requests came through the firewall. No variable where there is none. */
export function throughFirewall({ settings }: Deployment): Access<Record<never, string>> {
  const { firewall, prefix } = settings;
  if (!firewall) return { environment: {}, statements: [] };
  const environment = { ORIGIN_SECRET: nameOf(prefix), DIRECT_CALLS: firewall.directCalls };
  // Secrets Manager adds six characters to a name; another name that begins like this one does not match.
  const replica = `arn:${Aws.PARTITION}:secretsmanager:${Aws.REGION}:${Aws.ACCOUNT_ID}:secret:${nameOf(prefix)}-??????`;
  return { environment, statements: [allow(['secretsmanager:GetSecretValue'], [replica])] };
}
