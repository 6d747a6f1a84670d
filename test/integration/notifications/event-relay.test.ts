import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setRuntimeStatus } from '#shared/runtimes/set-runtime-status.ts';
import { acme, aWebhook, type NotificationWorld, notificationWorld } from '#test/support/notification-world.ts';
import { streamRecords } from '#test/support/table-stream.ts';

const bus = mockClient(EventBridgeClient);

let world: NotificationWorld;
let records: DynamoDBRecord[];
let relay: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

beforeAll(async () => {
  world = await notificationWorld();
  const { handler } = await import('#functions/event-relay/handler.ts');
  relay = (event) => handler(event, {} as Context);
  await world.application('orders', { scenarios: ['production'], webhooks: [aWebhook('https://receiver.example/')] });
  const { id } = await world.runtime('cluster', ['production']);
  await setRuntimeStatus(acme, id, 'CONNECTED', 'runtime/cluster', { runtimes: world.runtimes, clock: () => new Date() });
  records = await streamRecords(world.dynamo);
});
afterAll(() => world.stop());
beforeEach(() => {
  bus.reset();
  answer(() => true);
});

/** Lets the bus take the entries that `takes` accepts, as EventBridge says it. */
function answer(takes: (entry: PutEventsRequestEntry) => boolean): void {
  bus.on(PutEventsCommand).callsFake(({ Entries }: { Entries: PutEventsRequestEntry[] }) => ({
    Entries: Entries.map((entry) => (takes(entry) ? { EventId: 'accepted' } : { ErrorCode: 'ThrottlingException' })),
  }));
}

const calls = () => bus.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
const idOf = ({ Detail = '' }: PutEventsRequestEntry): string => JSON.parse(Detail).metadata.eventId;

describe('the event relay', () => {
  it('publishes what was committed, in order, ten entries a call', async () => {
    expect(await relay({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(
      calls()
        .flat()
        .map(({ DetailType }) => DetailType),
    ).toEqual([
      'FormationCreated',
      'ApplicationRegistered',
      'FormationAssigned',
      'RuntimeRegistered',
      'FormationAssigned',
      'RuntimeStatusChanged',
      'RuntimeConnected',
    ]);
    for (const entries of calls()) expect(entries.length).toBeLessThanOrEqual(10);
    expect(calls().flat()[0]).toMatchObject({ EventBusName: 'compass', Source: 'compass.director' });
  });

  it('publishes the same event ids when it crashed before it could say so', async () => {
    await relay({ Records: records });
    const first = calls().flat().map(idOf);
    bus.resetHistory();
    await relay({ Records: records });
    expect(calls().flat().map(idOf)).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  it('sends again only the entries that the bus did not take', async () => {
    let refusals = 2;
    answer(({ DetailType }) => DetailType !== 'RuntimeRegistered' || refusals-- <= 0);
    expect(await relay({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(calls().map((entries) => entries.length)).toEqual([7, 1, 1]);
  });

  it('resumes at the first change whose event the bus refuses to the end', async () => {
    answer(({ DetailType }) => DetailType !== 'RuntimeRegistered');
    const { batchItemFailures } = await relay({ Records: records });
    const refused = records.find(({ dynamodb }) => dynamodb?.NewImage?.type?.S === 'Runtime');
    expect(batchItemFailures).toEqual([{ itemIdentifier: refused?.dynamodb?.SequenceNumber }]);
  });

  it('resumes at the first change of a call that failed as a whole', async () => {
    bus.on(PutEventsCommand).rejects(new Error('unreachable'));
    const { batchItemFailures } = await relay({ Records: records });
    const first = records.find(({ dynamodb }) => dynamodb?.NewImage?.type?.S === 'Formation');
    expect(batchItemFailures).toEqual([{ itemIdentifier: first?.dynamodb?.SequenceNumber }]);
  });

  it('reports a record that it cannot understand instead of dropping it', async () => {
    const strange: DynamoDBRecord = {
      eventID: 'strange',
      dynamodb: { SequenceNumber: '999', ApproximateCreationDateTime: 1, NewImage: { type: { S: 'Surprise' } } },
    };
    const damaged: DynamoDBRecord = { dynamodb: { SequenceNumber: '998', NewImage: { type: { S: 'Runtime' } } } };
    expect(await relay({ Records: [strange] })).toEqual({ batchItemFailures: [{ itemIdentifier: '999' }] });
    expect(await relay({ Records: [damaged] })).toEqual({ batchItemFailures: [{ itemIdentifier: '998' }] });
    expect(calls().flat()).toEqual([]);
  });

  it('says nothing for items that the table removed because their time was over', async () => {
    const removed = records
      .filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === 'Runtime')
      .map((record): DynamoDBRecord => {
        const { NewImage, ...rest } = record.dynamodb ?? {};
        const userIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };
        return { ...record, eventName: 'REMOVE', userIdentity, dynamodb: { ...rest, OldImage: NewImage } };
      });
    expect(removed.length).toBeGreaterThan(0);
    expect(await relay({ Records: removed })).toEqual({ batchItemFailures: [] });
    expect(calls().flat()).toEqual([]);
  });
});
