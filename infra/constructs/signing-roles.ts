import { Aws, CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { ArnPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** The functions that sign with the key of a certificate authority: certificates of clients, the root, and revocation lists. */
const signers: readonly string[] = ['connector', 'truststore-publisher', 'crl-publisher', 'authority-watch'];

/** Roles are global in an account, so that the Region keeps deployments apart: 64 characters at most. */
const nameOf = ({ settings }: Deployment, name: string): string => `${settings.prefix}-${name}-${Aws.REGION}`;

/** The name of a function's role where the policy of the authority's key names it; undefined for every other function. */
export const signingRoleName = (deployment: Deployment, name: string): string | undefined =>
  signers.includes(name) ? nameOf(deployment, name) : undefined;

const roleArn = (name: string): string => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${name}`;

/** Key of the metadata by which `npm run aws -- deploy` sees that a deployment gives other roles the right to sign than the one before. */
const metadataKey = 'compass:signers';

/**
 * Refuses signing to every other principal of the account, whatever its own policies and grants allow. It names roles that other stacks make later,
 * and says nothing of the key's administration. While the parameter `SigningRestriction` is off, any role with the right may sign: an
 * upgrade that names the roles anew needs those of before until their stacks are updated. `npm run aws -- deploy` sets it; without it the restriction is on.
 */
export function onlySignersSign(scope: Construct, deployment: Deployment): PolicyStatement {
  const stack = Stack.of(scope);
  stack.addMetadata(
    metadataKey,
    signers.map((name) => `${deployment.settings.prefix}-${name}`),
  );
  const anyRoleUnlessOn = Fn.conditionIf(restrictionOf(stack).logicalId, Aws.NO_VALUE, roleArn('*')).toString();
  return new PolicyStatement({
    sid: 'OnlySignersSign',
    effect: Effect.DENY,
    principals: [new ArnPrincipal('*')],
    actions: ['kms:Sign'],
    resources: ['*'],
    conditions: {
      ArnNotEquals: { 'aws:PrincipalArn': [...signers.map((name) => roleArn(nameOf(deployment, name))), anyRoleUnlessOn] },
    },
  });
}

const conditionId = 'IsSigningRestricted';

/** Keys of all authorities share the parameter. */
function restrictionOf(stack: Stack): CfnCondition {
  const existing = stack.node.tryFindChild(conditionId);
  if (existing instanceof CfnCondition) return existing;
  const parameter = new CfnParameter(stack, 'SigningRestriction', {
    description: 'Whether only the functions that sign may use the keys of authorities',
    allowedValues: ['on', 'off'],
    default: 'on',
  });
  return new CfnCondition(stack, conditionId, { expression: Fn.conditionEquals(parameter.valueAsString, 'on') });
}
