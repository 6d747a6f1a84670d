import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestAdmission } from '#shared/admission/tenant-admission.ts';
import { newId } from '#shared/core/ids.ts';
import { dynamoRuntimeView } from '#shared/table/runtime-view/runtime-view.dynamo.ts';
import { dynamoSenderCounts } from '#shared/table/runtime-view/sender-counts.dynamo.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('the view of a Runtime in its table', () => {
  it('has the name in the head that the Agent wrote, and none of an Application without head', async () => {
    const [id, view] = [newId(), dynamoRuntimeView(dynamo.client, dynamo.tableName)];
    expect(await view.nameOf(id)).toBeUndefined();
    const head = { pk: 'APPLICATIONS', sk: id, id, name: 'mp-shop', authIds: [], revision: 1, content: 'c', parts: 1, bytes: 2 };
    await dynamo.client.send(new PutCommand({ TableName: dynamo.tableName, Item: head }));
    expect(await view.nameOf(id)).toBe('mp-shop');
  });
});

describe('the rate of an Application at a Runtime', () => {
  const instance = (now: Date) =>
    requestAdmission({
      counts: dynamoSenderCounts(dynamo.client, dynamo.tableName),
      clock: () => now,
      log: { warn: (message) => expect.fail(message) },
      subject: 'Application',
      maxRequestsPerSecond: 1,
    });

  it('is that of all instances of the gateway together, and of no other Application', async () => {
    const now = new Date('2026-01-01T00:00:10Z');
    const [first, second] = [instance(now), instance(now)];
    const [busy, quiet] = [newId(), newId()];
    const outcome = async (admit: typeof first, id: string) =>
      admit(id).then(
        () => 'admitted',
        (error) => error,
      );
    const outcomes: unknown[] = [];
    for (let sent = 0; sent < 30; sent += 1) outcomes.push(await outcome(first, busy), await outcome(second, busy));
    expect(outcomes.filter((one) => one === 'admitted').length).toBeLessThanOrEqual(50);
    expect(outcomes.at(-1)).toMatchObject({ code: 'TooManyRequests', details: { retryAfterSeconds: 20 } });
    expect(await outcome(first, quiet)).toBe('admitted');
    expect(await outcome(instance(new Date('2026-01-01T00:00:30Z')), busy)).toBe('admitted');
  });
});
