import { Aws } from 'aws-cdk-lib';
import { ArnPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from './deployment.ts';

/** The functions that sign with the key of a certificate authority: certificates of clients, the root, and revocation lists. */
const signers: readonly string[] = ['connector', 'truststore-publisher', 'crl-publisher', 'authority-watch'];

/** Roles are global in an account, so that the Region keeps deployments apart: 64 characters at most. */
const nameOf = ({ settings }: Deployment, name: string): string => `${settings.prefix}-${name}-${Aws.REGION}`;

/** The name of a function's role where the policy of the authority's key names it; undefined for every other function. */
export const signingRoleName = (deployment: Deployment, name: string): string | undefined =>
  signers.includes(name) ? nameOf(deployment, name) : undefined;

/**
 * Refuses signing to every other principal of the account, whatever its own policies and grants allow. It names roles that other stacks make later,
 * and says nothing of the key's administration.
 */
export const onlySignersSign = (deployment: Deployment): PolicyStatement =>
  new PolicyStatement({
    sid: 'OnlySignersSign',
    effect: Effect.DENY,
    principals: [new ArnPrincipal('*')],
    actions: ['kms:Sign'],
    resources: ['*'],
    conditions: {
      ArnNotEquals: {
        'aws:PrincipalArn': signers.map((name) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${nameOf(deployment, name)}`),
      },
    },
  });
