import { type ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchExecuteStatementCommand, DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { aMessage, type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';

let world: DispatcherWorld;
beforeAll(async () => {
  world = await dispatcherWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.endpoint.received.length = 0;
  world.endpoint.answers(200);
});
afterEach(() => vi.restoreAllMocks());

/** Lets all writes with this text fail, alone and together with others. */
function failWrites(text: string) {
  const send = DynamoDBDocumentClient.prototype.send;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (this: DynamoDBDocumentClient, command: unknown) {
    const isWrite = command instanceof UpdateCommand || command instanceof BatchExecuteStatementCommand;
    const isMeant = isWrite && JSON.stringify(command.input).includes(text);
    return isMeant ? Promise.reject(new Error('no answer')) : Reflect.apply(send, this, [command]);
  } as never);
}

/** Lets the write fail that would record the success, as if the process had ended just before. */
const crashBeforeRecording = () => failWrites('"SUCCEEDED"');

async function endLease({ tenant, id }: Delivery): Promise<void> {
  await world.dynamo.client.send(
    new UpdateCommand({
      TableName: world.dynamo.tableName,
      Key: { pk: tenantKey(tenant, 'DELIVERY', id), sk: headKey },
      UpdateExpression: 'SET leaseUntil = :past',
      ExpressionAttributeValues: { ':past': '2026-01-01T00:00:00.000Z' },
    }),
  );
}

/** The seconds by which messages were postponed. */
function postponements() {
  const spy = vi.spyOn(SQSClient.prototype, 'send').mockImplementation((() => Promise.resolve({})) as never);
  return () => spy.mock.calls.map(([command]) => (command as unknown as ChangeMessageVisibilityCommand).input.VisibilityTimeout);
}

describe('a dispatcher that crashes between posting and recording', () => {
  it('posts again with the same id once its claim is over, so that the receiver can tell', async () => {
    const { delivery } = await world.delivery();
    crashBeforeRecording();
    expect(await world.dispatch({ Records: [aMessage(delivery)] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'message' }] });
    vi.restoreAllMocks();
    expect(await world.record(delivery)).toMatchObject({ state: 'PENDING', attempts: 1 });

    await endLease(delivery);
    expect(await world.dispatch({ Records: [aMessage(delivery, 2)] })).toEqual({ batchItemFailures: [] });
    const ids = world.endpoint.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery.id, delivery.id]);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 2 });
  });

  it('keeps others from posting while its claim lasts, which come back when it ends', async () => {
    const { delivery } = await world.delivery();
    crashBeforeRecording();
    await world.dispatch({ Records: [aMessage(delivery)] });
    vi.restoreAllMocks();
    const seconds = postponements();
    expect(await world.dispatch({ Records: [aMessage(delivery, 2)] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'message' }] });
    expect(world.endpoint.received).toHaveLength(1);
    expect(seconds()[0]).toBeGreaterThan(50);
    expect(seconds()[0]).toBeLessThanOrEqual(60);
  });
});

describe('a delivery whose table does not answer', () => {
  it.each([
    ['when it is claimed', '#DELIVERY#', 1],
    ['when its success is recorded', '"SUCCEEDED"', 2],
  ])('comes again as the schedule says, not when the queue would hand it over: %s', async (_, part, posts) => {
    const { delivery } = await world.delivery();
    await world.enqueue(delivery);
    failWrites(part);
    expect((await world.deliveryQueue.feed(world.dispatch)).batchItemFailures).toHaveLength(1);
    vi.restoreAllMocks();
    if (await world.record(delivery)) await endLease(delivery);
    // The queue hides a message for 30 seconds, and this waits for 5.
    expect(await world.deliveryQueue.feed(world.dispatch)).toEqual({ batchItemFailures: [] });
    expect(world.endpoint.received).toHaveLength(posts);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED' });
  });
});

describe('many messages of one delivery at the same time', () => {
  it('lead to one post', async () => {
    postponements();
    const { delivery } = await world.delivery();
    const Records = Array.from({ length: 10 }, (_, index) => aMessage(delivery, 1, `message-${index}`));
    await world.dispatch({ Records });
    expect(world.endpoint.received).toHaveLength(1);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 1 });
  });
});

describe('a failed attempt whose claim was taken over', () => {
  it('does not undo the success of the other', async () => {
    const seconds = postponements();
    const { delivery } = await world.delivery({ timeout: 1 });
    world.endpoint.answers('silence', 200);
    const slow = world.dispatch({ Records: [aMessage(delivery)] });
    await vi.waitFor(() => expect(world.endpoint.received).toHaveLength(1));
    await endLease(delivery);
    expect(await world.dispatch({ Records: [aMessage(delivery, 1, 'other')] })).toEqual({ batchItemFailures: [] });
    expect((await slow).batchItemFailures).toHaveLength(1);
    expect(seconds()).toHaveLength(1);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 2 });
    expect(await world.dispatch({ Records: [aMessage(delivery, 2)] })).toEqual({ batchItemFailures: [] });
    expect(world.endpoint.received).toHaveLength(2);
  });
});

describe('an endpoint that asks for patience', () => {
  it.each([
    ['seconds', '120', 120],
    ['nothing readable', 'soon', 1],
  ])('is waited for: %s', async (_, value, expected) => {
    const seconds = postponements();
    world.endpoint.answers({ status: 429, headers: { 'retry-after': value } });
    const { delivery } = await world.delivery();
    await world.dispatch({ Records: [aMessage(delivery)] });
    expect(seconds()).toEqual([expected]);
  });

  it('is waited for by the table, where the pause is longer than that of a message may be', async () => {
    const seconds = postponements();
    world.endpoint.answers({ status: 503, headers: { 'retry-after': '7200' } });
    const { delivery } = await world.delivery();
    const before = Date.now();
    expect(await world.dispatch({ Records: [aMessage(delivery)] })).toEqual({ batchItemFailures: [] });
    expect(seconds()).toEqual([]);
    const { dueAt = '', idPk, idSk } = (await world.record(delivery)) ?? {};
    expect((Date.parse(dueAt) - before) / 1000).toBeCloseTo(7200, -1);
    expect(idPk).toMatch(/^DUE#DELIVERY#/);
    expect(idSk).toBe(`${dueAt}#${delivery.id}`);
    expect(await world.dispatch({ Records: [aMessage(delivery, 1, 'too early')] })).toEqual({ batchItemFailures: [] });
    expect(world.endpoint.received).toHaveLength(1);
  });

  it('is not waited for longer than a day', async () => {
    world.endpoint.answers({ status: 503, headers: { 'retry-after': '999999' } });
    const { delivery } = await world.delivery();
    const before = Date.now();
    await world.dispatch({ Records: [aMessage(delivery)] });
    const { dueAt = '' } = (await world.record(delivery)) ?? {};
    expect((Date.parse(dueAt) - before) / 1000).toBeLessThanOrEqual(86_401);
  });
});
