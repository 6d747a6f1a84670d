import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MessagingEngine, startMessagingEngine } from '#local/engines/fauxqs.ts';
import type { FolderChanges } from '#local/engines/folder-changes.ts';
import { deleteExpired, scanExpired } from '#local/engines/time-to-live-sweep.ts';
import type { FunctionHost } from '#local/functions/function-host.ts';
import { pollQueue } from '#local/queues/queue-poller.ts';
import type { Repeated } from '#local/repeated.ts';
import { pollStream } from '#local/streams/stream-poller.ts';
import type { EventSourceMapping, LocalQueue } from '#local/template/local-system.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const mapping: EventSourceMapping = {
  EventSourceArn: 'source',
  FunctionName: 'consumer',
  Enabled: true,
  BatchSize: 10,
  MaximumRetryAttempts: -1,
  FunctionResponseTypes: ['ReportBatchItemFailures'],
};
const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'x' };

let folder: string;
const running: Repeated[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-sources-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((poller) => poller.stop()));
});
afterAll(() => rm(folder, { recursive: true }));

const hostOf = <E>(handler: (event: E) => unknown): FunctionHost => ({
  invoke: async (_, event) => handler(event as E),
  warmUp: async () => undefined,
  drained: async () => undefined,
});

describe('a queue', () => {
  const started: MessagingEngine[] = [];
  const queue = (engine: MessagingEngine, name: string, attributes = {}): LocalQueue => ({
    name,
    arn: `arn:aws:sqs:us-east-1:000000000000:${name}`,
    url: `${engine.endpoint}/000000000000/${name}`,
    attributes,
  });
  const clientOf = (engine: MessagingEngine, accessKeyId = credentials.accessKeyId) =>
    new SQSClient({
      endpoint: engine.endpoint,
      region: 'us-east-1',
      credentials: { ...credentials, accessKeyId },
      useQueueUrlAsEndpoint: false,
      maxAttempts: 1,
    });
  async function start(data: string) {
    const engine = await startMessagingEngine(join(folder, data), credentials);
    started.push(engine);
    return engine;
  }
  afterAll(() => Promise.all(started.map((engine) => engine.stop().catch(() => undefined))));

  it('brings failed messages again and the others once', async () => {
    const engine = await start('partial');
    const work = queue(engine, 'work', { VisibilityTimeout: '1' });
    engine.provide({ queues: [work], buckets: [] });
    const seen: string[] = [];
    const functions = hostOf((event: SQSEvent) => {
      seen.push(...event.Records.map(({ body }) => body));
      const failed = event.Records.filter(({ body, attributes }) => body === 'bad' && attributes.ApproximateReceiveCount === '1');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    for (const body of ['good', 'bad']) engine.send('work', body);
    running.push(pollQueue({ client: clientOf(engine), engine, queue: work, mapping, functions }));
    await expect.poll(() => [...seen].sort(), { timeout: 10_000 }).toEqual(['bad', 'bad', 'good']);
  });

  it('hands out messages of quiet groups before a backlog', async () => {
    const engine = await start('fair');
    const work = queue(engine, 'work');
    engine.provide({ queues: [work], buckets: [] });
    for (const body of ['noisy 1', 'noisy 2', 'noisy 3']) engine.send('work', body, 'noisy');
    engine.send('work', 'quiet', 'quiet');
    const client = clientOf(engine);
    const next = async (): Promise<string | undefined> => {
      const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: work.url, MaxNumberOfMessages: 1 }));
      return Messages[0]?.Body;
    };
    const seen = [await next(), await next(), await next(), await next()];
    expect(seen).toEqual(['noisy 1', 'quiet', 'noisy 2', 'noisy 3']);
  });

  it('is not received from while the work is under way from which its messages come', async () => {
    const engine = await start('relayed');
    const work = queue(engine, 'work');
    engine.provide({ queues: [work], buckets: [] });
    engine.send('work', 'news');
    const relayed = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const seen: string[] = [];
    const relay = {
      clear: () => {
        asked.resolve();
        return relayed.promise;
      },
    };
    const functions = hostOf((event: SQSEvent) => void seen.push(...event.Records.map(({ body }) => body)));
    running.push(pollQueue({ client: clientOf(engine), engine, queue: work, mapping, functions, relay }));
    await asked.promise;
    expect(seen).toEqual([]);
    relayed.resolve();
    await expect.poll(() => seen).toEqual(['news']);
  });

  it('moves what keeps failing to the dead-letter queue', async () => {
    const engine = await start('redrive');
    const dead = queue(engine, 'dead');
    const work = queue(engine, 'work', {
      VisibilityTimeout: '1',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 }),
    });
    engine.provide({ queues: [dead, work], buckets: [] });
    engine.send('work', 'poison');
    const buried: string[] = [];
    running.push(
      pollQueue({ client: clientOf(engine), engine, queue: work, mapping, functions: hostOf(() => Promise.reject(new Error('always'))) }),
      pollQueue({
        client: clientOf(engine),
        engine,
        queue: dead,
        mapping,
        functions: hostOf((event: SQSEvent) => void buried.push(...event.Records.map(({ body }) => body))),
      }),
    );
    await expect.poll(() => buried, { timeout: 15_000 }).toEqual(['poison']);
  });

  it('keeps its messages across a restart', async () => {
    const first = await start('restart');
    first.provide({ queues: [queue(first, 'work')], buckets: ['bucket'] });
    await clientOf(first).send(new SendMessageCommand({ QueueUrl: queue(first, 'work').url, MessageBody: 'kept' }));
    await first.stop();

    const second = await start('restart');
    const work = queue(second, 'work');
    second.provide({ queues: [work], buckets: ['bucket'] });
    const seen: string[] = [];
    running.push(
      pollQueue({
        client: clientOf(second),
        engine: second,
        queue: work,
        mapping,
        functions: hostOf((event: SQSEvent) => void seen.push(...event.Records.map(({ body }) => body))),
      }),
    );
    await expect.poll(() => seen).toEqual(['kept']);
  });

  it('refuses a request without the access key of this run', async () => {
    const engine = await start('locked');
    engine.provide({ queues: [queue(engine, 'work')], buckets: [] });
    const stranger = clientOf(engine, 'OTHER').send(new SendMessageCommand({ QueueUrl: queue(engine, 'work').url, MessageBody: 'x' }));
    await expect(stranger).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    expect((await fetch(`${engine.endpoint}/_fauxqs/queues`)).status).toBe(403);
  });
});

describe('the stream of the table', () => {
  let dynamo: Dynamo;
  let items: DynamoDBClient;
  let streams: DynamoDBStreamsClient;
  beforeAll(async () => {
    dynamo = await startDynamo();
    const settings = { endpoint: dynamo.endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    items = new DynamoDBClient(settings);
    streams = new DynamoDBStreamsClient(settings);
  });
  afterAll(() => dynamo.stop());

  const put = (pk: string, expiresAt?: number) =>
    items.send(
      new PutItemCommand({
        TableName: dynamo.tableName,
        Item: { pk: { S: pk }, sk: { S: 'HEAD' }, ...(expiresAt === undefined ? {} : { expiresAt: { N: String(expiresAt) } }) },
      }),
    );
  const keysOf = (event: DynamoDBStreamEvent) => event.Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S ?? '');
  const poll = async (
    handler: (event: DynamoDBStreamEvent) => unknown,
    settings: Partial<EventSourceMapping> = {},
    gaveUp: unknown[] = [],
    changes?: FolderChanges,
  ) => {
    const poller = await pollStream({
      client: streams,
      tableName: dynamo.tableName,
      mapping: { ...mapping, ...settings },
      functions: hostOf(handler),
      changes,
      positionFile: join(folder, 'position.json'),
      giveUp: async (records) => void gaveUp.push(...records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S)),
    });
    running.push(poller);
    return poller;
  };

  it('comes in order, repeats from the failed record, and goes on after a restart where it stopped', async () => {
    const seen: string[] = [];
    let failures = 2;
    const poller = await poll((event) => {
      const keys = keysOf(event);
      const bad = failures > 0 ? keys.indexOf('b') : -1;
      if (bad < 0) return void seen.push(...keys);
      failures -= 1;
      seen.push(...keys.slice(0, bad));
      return { batchItemFailures: [{ itemIdentifier: event.Records[bad]?.dynamodb?.SequenceNumber ?? '' }] };
    });
    for (const key of ['a', 'b', 'c']) await put(key);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['a', 'b', 'c']);
    await poller.stop();

    await put('d');
    const later: string[] = [];
    await poll((event) => void later.push(...keysOf(event)));
    await expect.poll(() => later).toEqual(['d']);
  });

  it('gives up a record after the attempts of the template, and nothing else', async () => {
    const [seen, gaveUp]: [string[], string[]] = [[], []];
    await poll(
      (event) => {
        if (keysOf(event).includes('poison')) throw new Error('always');
        seen.push(...keysOf(event));
      },
      { MaximumRetryAttempts: 2 },
      gaveUp,
    );
    for (const key of ['e', 'poison', 'f']) await put(key);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['e', 'f']);
    expect(gaveUp).toEqual(['poison']);
  });

  it('invokes nothing for records that its filter leaves out, and passes them', async () => {
    const batches: string[][] = [];
    const pattern = (image: string) => ({
      Pattern: { dynamodb: { [image]: { pk: { S: [{ 'anything-but': ['quiet-1', 'quiet-2'] }] } } } },
    });
    const gaveUp: string[] = [];
    await poll(
      (event) => {
        batches.push(keysOf(event));
        if (keysOf(event).includes('bad')) throw new Error('always');
      },
      { MaximumRetryAttempts: 1, FilterCriteria: { Filters: [pattern('NewImage'), pattern('OldImage')] } },
      gaveUp,
    );
    for (const key of ['quiet-1', 'bad', 'quiet-2', 'loud']) await put(key);
    await expect.poll(() => batches.at(-1), { timeout: 10_000 }).toEqual(['loud']);
    expect(batches.flat().filter((key) => key.startsWith('quiet'))).toEqual([]);
    expect(gaveUp).toEqual(['bad']);
  });

  it('is read on behind a full batch, of whose successors no change is noticed', async () => {
    const seen: string[] = [];
    const noChange: FolderChanges = {
      next: (_, stopping) => new Promise((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true })),
      close: () => undefined,
    };
    const keys = ['one', 'two', 'three', 'four', 'five'];
    for (const key of keys) await put(key);
    await poll((event) => void seen.push(...keysOf(event)), { BatchSize: 2 }, [], noChange);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(keys);
  });

  it('has images in the shape of Lambda', async () => {
    const events: DynamoDBStreamEvent[] = [];
    await poll((event) => void events.push(event));
    await put('shape');
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]?.Records[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      dynamodb: {
        Keys: { pk: { S: 'shape' }, sk: { S: 'HEAD' } },
        NewImage: { pk: { S: 'shape' } },
        ApproximateCreationDateTime: expect.any(Number),
      },
    });
  });

  it('loses nothing to the sweep but what has expired', async () => {
    await put('old', 1000);
    await put('young', 5000);
    const clock = () => new Date(3000 * 1000);
    await deleteExpired({ client: items, tableName: dynamo.tableName, attribute: 'expiresAt', clock, expired: scanExpired(items) });
    const found = (pk: string) =>
      items.send(new GetItemCommand({ TableName: dynamo.tableName, Key: { pk: { S: pk }, sk: { S: 'HEAD' } } }));
    expect((await found('old')).Item).toBeUndefined();
    expect((await found('young')).Item).toBeDefined();
  });
});
