import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Statement } from '#infra/runtime/statement.ts';
import { targetAccountTemplate } from '#infra/runtime/target-account.ts';
import { decide } from './identity-policy.ts';

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  // biome-ignore lint/suspicious/noExplicitAny: read field by field in assertions
  readonly Properties: any;
}

const template = targetAccountTemplate() as {
  Resources: Record<string, Resource>;
  Parameters: Record<string, unknown>;
  Rules?: unknown;
};
const values: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': '222233334444',
  'AWS::Region': 'eu-west-1',
  'AWS::URLSuffix': 'amazonaws.com',
  Prefix: 'compass-prod',
  ControlPlaneAccount: '111122223333',
  ControlPlaneRegion: 'eu-central-1',
  Tenant: 'tenant-1',
  RoleName: 'CompassRuntimeDeployer',
  MainRegion: 'eu-west-1',
  HostedZoneArns: 'arn:aws:route53:::hostedzone/Z1',
};

/** The template with the values of its parameters. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value) return values[String(value.Ref)] ?? value.Ref;
  if ('Fn::Join' in value) {
    const [separator, parts] = value['Fn::Join'] as [string, unknown[]];
    return parts.map(resolved).join(separator);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

const resources = Object.values(resolved(template.Resources) as Record<string, Resource>);
const roleNamed = (name: string): Resource => {
  const found = resources.find(({ Properties }) => Properties.RoleName === name);
  if (!found) throw new Error(`no role ${name}`);
  return found;
};
const driver = roleNamed('CompassRuntimeDeployer');
const list = (value: string | string[]): string[] => [value].flat();
const statementsOf = ({ Properties }: Resource): Statement[] =>
  Properties.Policies[0].PolicyDocument.Statement.map((statement: Statement) => ({
    ...statement,
    Action: list(statement.Action as never),
    ...(statement.Resource && { Resource: list(statement.Resource as never) }),
    ...(statement.NotResource && { NotResource: list(statement.NotResource as never) }),
  }));

describe('the template of a target account', () => {
  it('is published as it is synthesized', () => {
    const published = readFileSync(join(import.meta.dirname, '../../docs/target-account.template.yaml'), 'utf8');
    expect(parse(published)).toEqual(template);
    // CloudFormation takes larger ones from a bucket only.
    expect(Buffer.byteLength(published)).toBeLessThan(51_200);
  });

  it('needs no bootstrap', () => {
    expect(Object.keys(template.Parameters)).not.toContain('BootstrapVersion');
    expect(template.Rules).toBeUndefined();
  });

  it('lets the functions of the control plane take on its role for the tenant alone', () => {
    expect(driver.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Condition: {
          StringEquals: { 'sts:ExternalId': 'tenant-1' },
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/compass-prod-*' },
        },
      },
    ]);
  });

  it('makes the roles and policies in the main Region alone, and a bucket in each', () => {
    const conditions = resources.map(({ Type, Condition }) => [Type, Condition]);
    expect(conditions.sort()).toEqual([
      ['AWS::IAM::ManagedPolicy', 'IsMainRegion'],
      ['AWS::IAM::Role', 'IsMainRegion'],
      ['AWS::IAM::Role', 'IsMainRegion'],
      ['AWS::S3::Bucket', undefined],
      ['AWS::S3::BucketPolicy', undefined],
    ]);
  });

  it('names the bucket and the service role as the driver does', () => {
    expect(resources.map(({ Properties }) => Properties.BucketName).filter(Boolean)).toEqual(['compass-prod-code-222233334444-eu-west-1']);
    expect(roleNamed('compass-prod-stack-deployer-eu-central-1')).toBeDefined();
  });

  const stack = 'arn:aws:cloudformation:eu-west-1:222233334444:stack';
  const runtime = 'compass-prod-runtime-0123456789ab';
  const byServiceRole = { 'cloudformation:RoleArn': 'arn:aws:iam::222233334444:role/compass-prod-stack-deployer-eu-central-1' };

  it('lets the service role read the copies of the truststore for domains of events gateways', () => {
    const rights = statementsOf(roleNamed('compass-prod-stack-deployer-eu-central-1'));
    const decision = (key: string) =>
      decide(rights, { action: 's3:GetObjectVersion', resource: `arn:aws:s3:::compass-prod-code-222233334444-eu-west-1/${key}` });
    expect([decision('truststore-v1.pem'), decision('agent.zip')]).toEqual(['allowed', 'not allowed']);
  });

  it.each([
    ['makes stacks of Runtimes by the service role', 'cloudformation:CreateStack', `${stack}/${runtime}/1`, byServiceRole, 'allowed'],
    ['makes no stack by its own rights', 'cloudformation:CreateStack', `${stack}/${runtime}/1`, {}, 'not allowed'],
    ['makes no other stack', 'cloudformation:CreateStack', `${stack}/other/1`, byServiceRole, 'not allowed'],
    ['deletes no other stack', 'cloudformation:DeleteStack', `${stack}/other/1`, {}, 'not allowed'],
    ['copies code', 's3:PutObject', 'arn:aws:s3:::compass-prod-code-222233334444-eu-west-1/agent.zip', {}, 'allowed'],
    ['writes into no other bucket', 's3:PutObject', 'arn:aws:s3:::data/agent.zip', {}, 'not allowed'],
    [
      'writes secrets of Runtimes',
      'ssm:PutParameter',
      `arn:aws:ssm:eu-west-1:222233334444:parameter/${runtime}/agent-configuration`,
      {},
      'allowed',
    ],
    [
      'reads no secret',
      'ssm:GetParameter',
      `arn:aws:ssm:eu-west-1:222233334444:parameter/${runtime}/agent-configuration`,
      {},
      'not allowed',
    ],
    ['wakes Agents', 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:222233334444:function:${runtime}-agent`, {}, 'allowed'],
    ['calls no other function', 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:222233334444:function:pay', {}, 'not allowed'],
    ['makes no role itself', 'iam:CreateRole', `arn:aws:iam::222233334444:role/${runtime}-agent`, {}, 'not allowed'],
  ])('has a role that %s', (_, action, resource, context, decision) => {
    expect(decide(statementsOf(driver), { action, resource, context })).toBe(decision);
  });
});
