import { describe, expect, it } from 'vitest';
import { completeContext, deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Condition?: { readonly ArnNotEquals: { readonly 'aws:PrincipalArn': readonly string[] } };
}

const deployment = deploymentUnderTest({ ...completeContext, certificateAuthority: 'kms,kms-2' });
const keys = deployment.ofType('AWS::KMS::Key').filter(({ properties }) => properties.KeyUsage === 'SIGN_VERIFY');
const account = 'arn:AWS::Partition:iam::AWS::AccountId';
const roleArn = (name: string) => `${account}:role/compass-test-${name}-AWS::Region`;

/** Returns true if a key policy denies an action to a principal; a service acts without a principal's ARN, which no list has. */
const denies = (statements: readonly Statement[], action: string, principal: string | undefined): boolean =>
  statements.some(({ Effect, Action, Condition }) => {
    const excepted = Condition?.ArnNotEquals['aws:PrincipalArn'] ?? [];
    return Effect === 'Deny' && [Action].flat().includes(action) && !(principal && excepted.includes(principal));
  });

const functionsWithTheRight = deployment
  .ofType('AWS::Lambda::Function')
  .filter(({ properties }) => Object.values(rightsOf(deployment, properties.FunctionName)).some((actions) => actions.includes('kms:Sign')));

/** The role of a function, by the ARN that it will have. */
const roleOf = ({ stack, properties }: (typeof functionsWithTheRight)[number]): string => {
  const id = String(properties.Role).replace(/\.Arn$/, '');
  const role = deployment.ofType('AWS::IAM::Role').find((one) => one.stack === stack && one.id === id);
  return `${account}:role/${role?.properties.RoleName}`;
};

describe.each(keys.map(({ id, properties }) => [id, properties.KeyPolicy.Statement as Statement[]] as const))(
  'the policy of the key %s of a certificate authority',
  (_, statements) => {
    it.each(['connector', 'truststore-publisher', 'crl-publisher', 'authority-watch'])('lets the role of %s sign', (name) => {
      expect(denies(statements, 'kms:Sign', roleArn(name))).toBe(false);
    });

    it.each([
      ['an administrator of the account', `${account}:role/AdministratorAccess`],
      ['a developer', `${account}:user/developer`],
      ['the account itself', `${account}:root`],
      ['another function', roleArn('director')],
      ['a role whose name begins alike', `${roleArn('connector')}-2`],
      ['the Connector of another Region', roleArn('connector').replace('AWS::Region', 'eu-west-9')],
      ['a service', undefined],
    ])('refuses signing to %s, whatever its own policies allow', (_who, principal) => {
      expect(denies(statements, 'kms:Sign', principal)).toBe(true);
    });

    it.each([
      'kms:PutKeyPolicy',
      'kms:GetKeyPolicy',
      'kms:DescribeKey',
      'kms:GetPublicKey',
      'kms:DisableKey',
      'kms:ScheduleKeyDeletion',
      'kms:CancelKeyDeletion',
      'kms:UpdateAlias',
      'kms:TagResource',
    ])('keeps nobody of the account from %s', (action) => {
      expect(denies(statements, action, `${account}:role/AdministratorAccess`)).toBe(false);
      expect(statements).toContainEqual({ Action: 'kms:*', Effect: 'Allow', Principal: { AWS: `${account}:root` }, Resource: '*' });
    });

    it('excepts those functions that have the right to sign, and no other', () => {
      const [denial, ...others] = statements.filter(({ Effect }) => Effect === 'Deny');
      expect(others).toEqual([]);
      const excepted = denial?.Condition?.ArnNotEquals['aws:PrincipalArn'] ?? [];
      expect(excepted.filter((arn) => !arn.includes('Fn::If')).sort()).toEqual(functionsWithTheRight.map(roleOf).sort());
    });

    it('excepts other roles only while a parameter says so, which is for an upgrade that renames the four', () => {
      const excepted = statements.flatMap(({ Condition }) => Condition?.ArnNotEquals['aws:PrincipalArn'] ?? []);
      const [conditional, ...others] = excepted.filter((arn) => arn.includes('Fn::If'));
      expect(others).toEqual([]);
      const [condition, whenOn, whenOff] = JSON.parse(conditional ?? '{}')['Fn::If'];
      expect([condition, whenOn]).toEqual(['IsSigningRestricted', { Ref: 'AWS::NoValue' }]);
      expect(JSON.stringify(whenOff)).toMatch(/:role\/\*/);
      const [stack, ...further] = Object.values(deployment.templates).filter(({ Parameters = {} }) => 'SigningRestriction' in Parameters);
      expect(further).toEqual([]);
      expect(stack?.Parameters?.SigningRestriction).toMatchObject({ Default: 'on', AllowedValues: ['on', 'off'] });
      expect(stack?.Conditions).toMatchObject({ IsSigningRestricted: { 'Fn::Equals': [{ Ref: 'SigningRestriction' }, 'on'] } });
    });
  },
);

it('IAM takes the names that roles have, for the longest stage in the Region with the longest name', () => {
  const stage = 'a'.repeat(20);
  const names = deploymentUnderTest({ ...completeContext, stage })
    .ofType('AWS::IAM::Role')
    .map(({ properties }) => properties.RoleName)
    .filter((name) => name !== undefined);
  expect(names).toHaveLength(5);
  for (const name of names) expect(name.replace('AWS::Region', 'ap-southeast-1').length).toBeLessThanOrEqual(64);
});
