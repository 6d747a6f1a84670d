import { Aws } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { boundaryPolicy, deployerPolicy, rightsByType } from '#infra/runtime/deployer-rights.ts';
import { deployerNames, runtimeResources } from '#infra/runtime/runtime-resources.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';
import { type Decision, decide } from './identity-policy.ts';

const [account, region] = ['111122223333', 'eu-central-1'];
const boundaryArn = `arn:aws:iam::${account}:policy/compass-test-stack-boundary`;
const asDeployed = (text: string): string =>
  [
    [Aws.PARTITION, 'aws'],
    [Aws.REGION, region],
    [Aws.ACCOUNT_ID, account],
    [Aws.URL_SUFFIX, 'amazonaws.com'],
  ].reduce((result, [token = '', value = '']) => result.replaceAll(token, value), text);
const deployed = <T>(value: T): T => JSON.parse(asDeployed(JSON.stringify(value)));

const world = {
  runtimes: runtimeResources('compass-test', Aws.REGION),
  boundaryArn,
  codeObjects: ['arn:aws:s3:::code/*'],
  truststores: ['arn:aws:s3:::trust/truststore.pem'],
  hostedZones: [],
};
const deployer = deployed(deployerPolicy(world));
const boundary = deployed(boundaryPolicy(world.runtimes));

const short = 'compass-test-runtime-0123456789ab';
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
const gatewayRole = iam('role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway');
const forGateway = { 'iam:AWSServiceName': 'ops.apigateway.amazonaws.com' };
const bounded = { 'iam:PermissionsBoundary': boundaryArn };

/** Names of the control plane's own resources, as ARNs. */
const ours: readonly (readonly [service: string, resource: string])[] = deploymentUnderTest().all.flatMap(({ type, properties }) => {
  const { FunctionName, TableName, RoleName, Name, LogGroupName } = properties;
  if (type === 'AWS::Lambda::Function') return [['lambda', arn('lambda', `function:${FunctionName}`)]];
  if (type === 'AWS::DynamoDB::Table') return [['dynamodb', arn('dynamodb', `table/${TableName}`)]];
  if (type === 'AWS::IAM::Role')
    return [['iam', iam(`role/${typeof RoleName === 'string' ? RoleName : 'compass-test-provisioning-Role-1'}`)]];
  if (type === 'AWS::Events::EventBus') return [['events', arn('events', `event-bus/${Name}`)]];
  if (type === 'AWS::Logs::LogGroup' && LogGroupName) return [['logs', arn('logs', `log-group:${LogGroupName}`)]];
  return [];
});

const actionsOf = (service: string): string[] => [
  ...new Set(
    deployer
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => [...Action])
      .filter((action) => action.startsWith(`${service}:`)),
  ),
];

describe('the service role of stacks', () => {
  it.each([
    ['makes a function of a Runtime', 'lambda:CreateFunction', arn('lambda', `function:${short}-agent`), {}, 'allowed'],
    ['makes a table of a Runtime', 'dynamodb:CreateTable', arn('dynamodb', `table/${short}`), {}, 'allowed'],
    ['reads the code', 's3:GetObject', 'arn:aws:s3:::code/agent.zip', {}, 'allowed'],
    ['reads a version of the truststore', 's3:GetObjectVersion', 'arn:aws:s3:::trust/truststore.pem', {}, 'allowed'],
    ['reads nothing beside the truststore', 's3:GetObject', 'arn:aws:s3:::trust/other', {}, 'not allowed'],
    [
      'makes the role of API Gateway that the first domain of an account needs',
      'iam:CreateServiceLinkedRole',
      gatewayRole,
      forGateway,
      'allowed',
    ],
    [
      'makes no role of another service',
      'iam:CreateServiceLinkedRole',
      gatewayRole,
      { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
      'not allowed',
    ],
    ['changes no role of a service', 'iam:PutRolePolicy', gatewayRole, bounded, 'not allowed'],
    ['makes a role with the boundary', 'iam:CreateRole', iam(`role/${short}-agent`), bounded, 'allowed'],
    ['makes no role without the boundary', 'iam:CreateRole', iam(`role/${short}-agent`), {}, 'not allowed'],
    [
      'makes no role with another boundary',
      'iam:CreateRole',
      iam(`role/${short}-a`),
      { 'iam:PermissionsBoundary': iam('policy/x') },
      'not allowed',
    ],
    ['gives no right to a role without the boundary', 'iam:PutRolePolicy', iam(`role/${short}-agent`), {}, 'not allowed'],
    ['takes the boundary from no role', 'iam:DeleteRolePermissionsBoundary', iam(`role/${short}-agent`), bounded, 'denied'],
    ['makes no role of another name', 'iam:CreateRole', iam('role/admin'), bounded, 'denied'],
    ['passes roles to functions', 'iam:PassRole', iam(`role/${short}-agent`), { 'iam:PassedToService': 'lambda.amazonaws.com' }, 'allowed'],
    ['passes no role elsewhere', 'iam:PassRole', iam(`role/${short}-agent`), { 'iam:PassedToService': 'ec2.amazonaws.com' }, 'not allowed'],
    ['does not change itself', 'iam:PutRolePolicy', iam('role/compass-test-stack-deployer-eu-central-1'), bounded, 'denied'],
    ['does not change the boundary', 'iam:CreatePolicyVersion', boundaryArn, {}, 'denied'],
    ['makes no user', 'iam:CreateUser', iam('user/x'), {}, 'denied'],
    [
      'makes an API with the tag of a Runtime',
      'apigateway:POST',
      `arn:aws:apigateway:${region}::/apis`,
      { 'aws:RequestTag/compass:runtime': 'r' },
      'allowed',
    ],
    ['makes no API without it', 'apigateway:POST', `arn:aws:apigateway:${region}::/apis`, {}, 'not allowed'],
    [
      'deletes no API of the control plane',
      'apigateway:DELETE',
      `arn:aws:apigateway:${region}::/apis/1`,
      { 'aws:ResourceTag/compass:runtime': 'r', 'aws:ResourceTag/application': 'compass' },
      'denied',
    ],
    ['reads no secret', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:compass-test/sealing-key'), {}, 'denied'],
    ['decrypts nothing', 'kms:Decrypt', arn('kms', 'key/1'), {}, 'denied'],
    ['takes on no role', 'sts:AssumeRole', iam('role/compass-test-runtime-1'), {}, 'denied'],
    ['starts no workflow', 'states:StartExecution', arn('states', 'stateMachine:compass-test-provision'), {}, 'denied'],
  ] satisfies [string, string, string, Record<string, string>, Decision][])('%s', (_, action, resource, context, decision) => {
    expect(decide(deployer, { action, resource, context })).toBe(decision);
  });

  it('may do nothing with any resource of the control plane', () => {
    expect(ours.length).toBeGreaterThan(50);
    for (const [service, resource] of ours) {
      for (const action of actionsOf(service)) {
        if (action === 'logs:DescribeLogGroups') continue;
        const context = { ...bounded, 'iam:PassedToService': 'lambda.amazonaws.com' };
        expect(decide(deployer, { action, resource, context }), `${action} on ${resource}`).not.toBe('allowed');
      }
    }
  });

  it('fits into the 10,240 characters of a role', () => {
    expect(
      JSON.stringify(deployed(deployerPolicy({ ...world, hostedZones: ['arn:aws:route53:::hostedzone/Z0123456789'] }))).length,
    ).toBeLessThan(10_240);
  });

  it('changes records in the zones that it was given alone', () => {
    const zones = ['arn:aws:route53:::hostedzone/Z1'];
    const policy = deployed(deployerPolicy({ ...world, hostedZones: zones }));
    const decision = (resource: string) => decide(policy, { action: 'route53:ChangeResourceRecordSets', resource });
    expect(decision('arn:aws:route53:::hostedzone/Z1')).toBe('allowed');
    expect(decision('arn:aws:route53:::hostedzone/Z2')).toBe('not allowed');
    expect(decide(deployer, { action: 'route53:ChangeResourceRecordSets', resource: zones[0] ?? '' })).toBe('not allowed');
  });
});

describe('the boundary of the roles of Runtimes', () => {
  it.each([
    ['allows the items of a Runtime', 'dynamodb:PutItem', arn('dynamodb', `table/${short}`), 'allowed'],
    ['allows its events', 'events:PutEvents', arn('events', `event-bus/${short}`), 'allowed'],
    ['allows its secrets', 'ssm:GetParameter', arn('ssm', `parameter/${short}/agent-configuration`), 'allowed'],
    ['allows its logs', 'logs:PutLogEvents', arn('logs', `log-group:/aws/lambda/${short}/agent:log-stream:1`), 'allowed'],
    ['refuses the table of the control plane', 'dynamodb:GetItem', arn('dynamodb', 'table/compass-test-control-plane'), 'denied'],
    ['refuses the bus of the control plane', 'events:PutEvents', arn('events', 'event-bus/compass-test'), 'denied'],
    ['refuses functions of the control plane', 'lambda:InvokeFunction', arn('lambda', 'function:compass-test-director'), 'denied'],
    [
      'allows no secret of the control plane',
      'secretsmanager:GetSecretValue',
      arn('secretsmanager', 'secret:compass-test/x'),
      'not allowed',
    ],
    ['allows no right over roles', 'iam:CreateRole', iam(`role/${short}-agent`), 'not allowed'],
    ['allows no other role', 'sts:AssumeRole', iam('role/admin'), 'not allowed'],
  ] satisfies [string, string, string, Decision][])('%s', (_, action, resource, decision) => {
    expect(decide(boundary, { action, resource })).toBe(decision);
  });

  it('fits into the 6,144 characters of a managed policy', () => {
    expect(JSON.stringify(boundary).length).toBeLessThan(6144);
  });
});

describe('the names of the service role and the boundary', () => {
  it('fit into 64 characters, and do not begin as those of Runtimes do', () => {
    for (const name of Object.values(deployerNames(`compass-${'s'.repeat(20)}`, 'ap-southeast-1'))) {
      expect(name.length).toBeLessThanOrEqual(64);
      expect(name).not.toContain('-runtime-');
    }
  });
});

describe('the rights of the service role', () => {
  it('name every action', () => {
    const actions = Object.values(rightsByType(world)).flatMap((statements) => statements.flatMap(({ Action }) => Action));
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
});
