import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsEndpoint } from '#local/aws/aws-endpoint.ts';
import { busOperations } from '#local/aws/bus-operations.ts';
import { generateSecretIfAbsent, secretOperations } from '#local/aws/secret-store.ts';
import { workflowOperations } from '#local/aws/workflow-operations.ts';
import { localBus } from '#local/bus/local-bus.ts';
import { close, listen } from '#local/http-server.ts';
import { executionStore } from '#local/workflows/execution-store.ts';
import { workflowEngine } from '#local/workflows/workflow-engine.ts';

const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:Machine';
const definition = JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', SecondsPath: '$.seconds', End: true } } });
const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'x' };
const sent: [queue: string, body: string, group?: string][] = [];

let folder: string;
let server: ReturnType<typeof awsEndpoint>;
let settings: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string }; maxAttempts: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-services-'));
  const machines = [{ name: 'Machine', arn: machineArn, definition }];
  const functions = { invoke: async () => null, warmUp: async () => undefined, drained: async () => undefined };
  const engine = workflowEngine({ machines, functions, store: executionStore(join(folder, 'executions')), clock: () => new Date() });
  const queues = [{ name: 'fanout', arn: 'arn:fanout', url: '', attributes: {} }];
  const rules = [
    {
      name: 'rule',
      EventBusName: 'events',
      State: 'ENABLED',
      EventPattern: { source: ['compass.director'] },
      Targets: [{ Id: 'q', Arn: 'arn:fanout', SqsParameters: { MessageGroupId: '$.detail.data.runtimeId' } }],
    },
    {
      name: 'alarm',
      EventBusName: 'default',
      State: 'ENABLED',
      EventPattern: { source: ['aws.kms'] },
      Targets: [{ Id: 't', Arn: 'arn:aws:sns:us-east-1:000000000000:alarms', Input: '"a key is in danger"' }],
    },
  ];
  const put = localBus({
    rules,
    queues,
    eventsFile: join(folder, 'events.jsonl'),
    send: (...message) => sent.push(message),
    clock: () => new Date('2026-01-02T03:04:05.678Z'),
  });
  server = awsEndpoint({ ...secretOperations(join(folder)), ...workflowOperations(engine), ...busOperations(put) }, credentials);
  settings = {
    endpoint: `http://127.0.0.1:${await listen(server, 0)}`,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  };
});

afterAll(async () => {
  await close(server);
  await rm(folder, { recursive: true });
});

describe('Secrets Manager on one machine', () => {
  const Name = 'compass/agent-configuration/r1';

  it('creates once, also for a repeat, and names its errors as AWS does', async () => {
    const client = new SecretsManagerClient(settings);
    const create = (value: string, token: string) =>
      client.send(new CreateSecretCommand({ Name, SecretString: value, ClientRequestToken: token }));
    const token = '11111111-1111-1111-1111-111111111111';
    const { ARN } = await create('one', token);
    await expect(create('one', token)).resolves.toMatchObject({ ARN });
    await expect(create('two', '22222222-2222-2222-2222-222222222222')).rejects.toBeInstanceOf(ResourceExistsException);
    await expect(client.send(new GetSecretValueCommand({ SecretId: 'unknown' }))).rejects.toBeInstanceOf(ResourceNotFoundException);
    await expect(client.send(new PutSecretValueCommand({ SecretId: 'unknown', SecretString: 'x' }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
  });

  it('reads by name and ARN, replaces and deletes', async () => {
    const client = new SecretsManagerClient(settings);
    const { ARN } = await client.send(new DescribeSecretCommand({ SecretId: Name }));
    await client.send(new PutSecretValueCommand({ SecretId: Name, SecretString: 'changed' }));
    for (const SecretId of [Name, ARN])
      expect(await client.send(new GetSecretValueCommand({ SecretId }))).toMatchObject({ Name, SecretString: 'changed' });
    await client.send(new DeleteSecretCommand({ SecretId: Name, ForceDeleteWithoutRecovery: true }));
    await expect(client.send(new GetSecretValueCommand({ SecretId: Name }))).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  it('keeps secrets in files of their owner, and generates those of the template once', async () => {
    const client = new SecretsManagerClient(settings);
    const secret = {
      arn: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:key',
      properties: {
        GenerateSecretString: {
          PasswordLength: 64,
          ExcludePunctuation: true,
          ExcludeUppercase: true,
          ExcludeCharacters: 'ghijklmnopqrstuvwxyz',
        },
      },
    };
    await generateSecretIfAbsent(folder, secret);
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret.arn }));
    expect(SecretString).toMatch(/^[0-9a-f]{64}$/);
    await generateSecretIfAbsent(folder, secret);
    expect((await client.send(new GetSecretValueCommand({ SecretId: 'key' }))).SecretString).toBe(SecretString);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  it('refuses a request without the access key of this run', async () => {
    const stranger = new SecretsManagerClient({ ...settings, credentials: { accessKeyId: 'OTHER', secretAccessKey: 'x' } });
    await expect(stranger.send(new GetSecretValueCommand({ SecretId: 'key' }))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    expect((await fetch(settings.endpoint, { method: 'POST', body: '{}' })).status).toBe(400);
  });
});

describe('Step Functions on one machine', () => {
  it('starts, describes and stops executions, with the errors of AWS', async () => {
    const client = new SFNClient(settings);
    const start = (input: object) =>
      client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'one', input: JSON.stringify(input) }));
    const { executionArn } = await start({ seconds: 60 });
    await expect(start({ seconds: 60 })).resolves.toMatchObject({ executionArn });
    await expect(start({ seconds: 61 })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'RUNNING',
      name: 'one',
      startDate: expect.any(Date),
    });
    await client.send(new StopExecutionCommand({ executionArn }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      stopDate: expect.any(Date),
    });
    await expect(client.send(new DescribeExecutionCommand({ executionArn: `${executionArn}x` }))).rejects.toBeInstanceOf(
      ExecutionDoesNotExist,
    );
  });
});

describe('EventBridge on one machine', () => {
  it('delivers to the queues of matching rules in the shape of EventBridge, and refuses entries one by one', async () => {
    const client = new EventBridgeClient(settings);
    const entry = {
      EventBusName: 'events',
      Source: 'compass.director',
      DetailType: 'RuntimeConnected',
      Detail: '{"data":{"runtimeId":"r1"}}',
    };
    const { Entries, FailedEntryCount } = await client.send(
      new PutEventsCommand({
        Entries: [entry, { ...entry, Source: 'other' }, { ...entry, Detail: 'broken' }, { ...entry, EventBusName: 'default' }],
      }),
    );
    expect(FailedEntryCount).toBe(1);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, undefined, 'MalformedDetail', undefined]);
    expect(sent.map(([queue, body, group]) => [queue, JSON.parse(body), group])).toEqual([
      [
        'fanout',
        {
          version: '0',
          id: Entries?.[0]?.EventId,
          'detail-type': 'RuntimeConnected',
          source: 'compass.director',
          account: '000000000000',
          time: '2026-01-02T03:04:05Z',
          region: 'us-east-1',
          resources: [],
          detail: { data: { runtimeId: 'r1' } },
        },
        'r1',
      ],
    ]);
  });
});
