import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeploymentContext } from '#infra/environments.ts';
import type { Template, TemplateResource } from '#infra/synthesize-templates.ts';
import { readArchive } from '../../scripts/releases/assembly-archive.ts';
import { previousRelease } from '../../scripts/releases/previous-release.ts';
import { type Deployed, deploy, order } from './deploy-stacks.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';

const prefix = 'compass-dev-';
const { release, file } = previousRelease();
const files = await readArchive(readFileSync(file));

const before: Deployed = Object.fromEntries(
  Object.entries(files).flatMap(([name, text]) => {
    const [, stack] = new RegExp(`^${prefix}(.*)\\.template\\.json$`).exec(name) ?? [];
    return stack ? [[stack, JSON.parse(text) as Template]] : [];
  }),
);

/** The deployed stage, with the setting that docs/upgrading.md asks for. */
const upgraded: DeploymentContext = { stage: 'dev', domainName: 'compass.example.com', hostedZoneId: 'Z1', formerMessageKeys: true };

const templatesOf = (context: DeploymentContext): Deployed =>
  Object.fromEntries(
    Object.entries(deploymentUnderTest(context).templates).map(([name, template]) => [name.replace(prefix, ''), template]),
  );

const after = templatesOf(upgraded);

interface Located extends TemplateResource {
  readonly stack: string;
  readonly id: string;
}

const resourcesOf = (deployed: Deployed): Located[] =>
  Object.entries(deployed).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).map(([id, resource]) => ({ ...resource, stack, id })),
  );

/** The property that is the physical name, of the types that are named here. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Archive': 'ArchiveName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::EventSchemas::Schema': 'SchemaName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

const namesOf = (deployed: Deployed): Map<string, string> =>
  new Map(
    resourcesOf(deployed).flatMap(({ Type, Properties = {}, stack, id }) => {
      const name = Properties[nameProperties[Type] ?? ''];
      return name === undefined ? [] : [[`${Type} ${JSON.stringify(name)}`, `${stack} ${id}`]];
    }),
  );

/** Properties of retained resources that CloudFormation changes by making the resource, with its data, anew. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': ['AliasAttributes', 'Schema', 'UsernameAttributes', 'UsernameConfiguration'],
  'AWS::DynamoDB::Table': ['KeySchema', 'LocalSecondaryIndexes', 'TableName'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['BucketName', 'ObjectLockEnabled'],
  'AWS::SecretsManager::Secret': ['GenerateSecretString', 'Name'],
};

const isRetained = ({ DeletionPolicy }: TemplateResource): boolean => DeletionPolicy?.startsWith('Retain') ?? false;
const data = resourcesOf(before).filter(
  (resource) => isRetained(resource) && resource.Type in identifying && resource.stack === 'stateful',
);

describe(`an upgrade from release ${release}`, () => {
  it('finds every export that a stack imports, and drops none that another stack still imports', () => {
    expect(Object.keys(deploy(before, after))).toEqual(expect.arrayContaining(order));
  });

  it('finds the same with messages that a key of the deployment encrypts', () => {
    expect(Object.keys(deploy(before, templatesOf({ ...upgraded, messageEncryption: 'key' })))).toEqual(expect.arrayContaining(order));
  });

  it('is refused without the keys of messages that wait, which is better than messages that no consumer can read', () => {
    expect(() => deploy(before, templatesOf({ ...upgraded, formerMessageKeys: false }))).toThrow(/notifications cannot drop .*MessageKey/);
  });

  it.each(['sqs-managed', 'key'] as const)(
    'keeps the keys of messages that wait, where messages are encrypted next as %s',
    (messageEncryption) => {
      const keysOf = (deployed: Deployed) =>
        resourcesOf(deployed).flatMap(({ Type, stack, id }) =>
          Type === 'AWS::KMS::Key' && id.startsWith('MessageKey') ? [`${stack} ${id}`] : [],
        );
      expect(keysOf(before)).toHaveLength(2);
      expect(keysOf(templatesOf({ ...upgraded, messageEncryption }))).toEqual(keysOf(before));
    },
  );

  it('gives no name to another resource, since both would exist for a while', () => {
    const now = namesOf(after);
    const moved = [...namesOf(before)].filter(([name, owner]) => now.has(name) && now.get(name) !== owner);
    expect(moved).toEqual([]);
  });

  it('changes the type of no resource', () => {
    const now = new Map(resourcesOf(after).map(({ stack, id, Type }) => [`${stack} ${id}`, Type]));
    const changed = resourcesOf(before).filter(({ stack, id, Type }) => (now.get(`${stack} ${id}`) ?? Type) !== Type);
    expect(changed).toEqual([]);
  });

  it.each(data.map((resource) => [`${resource.Type} ${resource.id}`, resource] as const))('keeps the data of %s', (_, resource) => {
    const now = after[resource.stack]?.Resources[resource.id];
    if (!now) throw new Error('it is left out');
    const identity = ({ Properties = {} }: TemplateResource) => (identifying[resource.Type] ?? []).map((name) => Properties[name]);
    expect(isRetained(now)).toBe(true);
    expect(identity(now)).toEqual(identity(resource));
  });

  it('makes or removes at most one index of the table, as many as DynamoDB takes at a time', () => {
    const indexes = (deployed: Deployed) =>
      resourcesOf(deployed)
        .filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
        .flatMap(
          ({ Properties }) =>
            (Properties?.GlobalSecondaryIndexes ?? []) as { IndexName: string; KeySchema: unknown; Projection: unknown }[],
        )
        .map((index) => JSON.stringify([index.IndexName, index.KeySchema, index.Projection]));
    const [old, current] = [new Set(indexes(before)), new Set(indexes(after))];
    const changed = [...[...old].filter((index) => !current.has(index)), ...[...current].filter((index) => !old.has(index))];
    expect(changed.length).toBeLessThanOrEqual(1);
  });
});
