import { BatchExecuteStatementCommand, DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { gatheredAttempts } from '#shared/table/webhooks/gathered-attempts.dynamo.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { aMessage, type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';
import { acme } from '#test/support/notification-world.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

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

async function someDeliveries(count: number, settings = {}): Promise<Delivery[]> {
  const made: Delivery[] = [];
  for (let index = 0; index < count; index++) made.push((await world.delivery(settings)).delivery);
  return made;
}

const dispatched = (deliveries: readonly Delivery[], receiveCount = 1) =>
  world.dispatch({ Records: deliveries.map((delivery, index) => aMessage(delivery, receiveCount, `message-${index}`)) });

const statesOf = async (deliveries: readonly Delivery[]): Promise<unknown[]> =>
  (await Promise.all(deliveries.map(world.record))).map((record) => record?.state);

/** Has calls of statements answered by `answer`, which may make the call. */
function statementsAnswered(answer: (call: () => Promise<unknown>) => Promise<unknown>): void {
  const send = DynamoDBDocumentClient.prototype.send as (this: unknown, command: object) => Promise<unknown>;
  vi.spyOn(DynamoDBDocumentClient.prototype as { send: typeof send }, 'send').mockImplementation(function (this: unknown, command: object) {
    const call = () => Reflect.apply(send, this, [command]);
    return command instanceof BatchExecuteStatementCommand ? answer(call) : call();
  });
}

/** The ends of the leases of the endpoint, by slot. */
async function leaseEnds(): Promise<number[]> {
  const items = await queryScan();
  const endpoint = items.find(({ type, origin }) => type === 'Endpoint' && origin === new URL(world.endpoint.url).origin) ?? {};
  return Object.entries(endpoint).flatMap(([name, end]) => (name.startsWith('slot') ? [Number(end)] : []));
}

async function queryScan(): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await world.dynamo.client.send(new ScanCommand({ TableName: world.dynamo.tableName }));
  return Items;
}

describe('a batch of ten first attempts that succeed', () => {
  it('costs one call of the table for their webhooks, one for their claims, and one for their leases', async () => {
    await dispatched(await someDeliveries(1));
    const deliveries = await someDeliveries(10);
    const sends = vi.spyOn(DynamoDBDocumentClient.prototype, 'send');
    expect(await dispatched(deliveries)).toEqual({ batchItemFailures: [] });
    const [ends, begins] = [true, false].map((isEnd) =>
      sends.mock.calls.filter(([command]) => JSON.stringify(command.input).includes('"SUCCEEDED"') === isEnd),
    );
    expect(begins?.map(([command]) => command.constructor.name).sort()).toEqual([
      'BatchExecuteStatementCommand',
      'BatchExecuteStatementCommand',
      'BatchGetCommand',
    ]);
    expect(new Set(ends?.map(([command]) => command.constructor.name))).toEqual(new Set(['BatchExecuteStatementCommand']));
    const called = world.endpoint.received.slice(1).map(({ headers }) => headers['webhook-id']);
    expect(called.sort()).toEqual(deliveries.map(({ id }) => id).sort());
  });

  it('leaves the same records as single writes do, but for times', async () => {
    const [together, alone] = await someDeliveries(2);
    if (!together || !alone) throw new Error('there are two');
    await dispatched([together]);
    statementsAnswered(() => Promise.reject(new Error('not allowed')));
    await dispatched([alone]);
    vi.restoreAllMocks();
    const [one, other] = [await world.record(together), await world.record(alone)];
    const { leaseUntil, ...names } = one ?? {};
    expect(Object.keys(names).sort()).toEqual(Object.keys(other ?? {}).sort());
    for (const name of ['type', 'state', 'attempts', 'step', 'lastStatus', 'tenant']) expect(one?.[name]).toEqual(other?.[name]);
    expect(String(leaseUntil) <= new Date().toISOString()).toBe(true);
    expect(one?.attemptLog).toEqual([{ at: expect.any(String), duration: expect.any(Number), status: 200 }]);
  });

  it('gives the leases of its endpoint back', async () => {
    await dispatched(await someDeliveries(10));
    expect(await leaseEnds()).toEqual(Array(10).fill(0));
  });
});

describe('writes that cannot be made together', () => {
  it('are made one by one, so that every delivery is called once', async () => {
    const deliveries = await someDeliveries(5);
    statementsAnswered(() => Promise.reject(new Error('not allowed')));
    expect(await dispatched(deliveries)).toEqual({ batchItemFailures: [] });
    vi.restoreAllMocks();
    expect(world.endpoint.received).toHaveLength(5);
    expect(await statesOf(deliveries)).toEqual(Array(5).fill('SUCCEEDED'));
  });

  it('are made one by one where single statements failed', async () => {
    const deliveries = await someDeliveries(5);
    const isOfClaims = ({ length }: readonly object[]) => length === deliveries.length;
    statementsAnswered(async (call) => {
      const answer = (await call()) as { Responses: { Error?: object }[] };
      return {
        Responses: answer.Responses.map((one, index) =>
          isOfClaims(answer.Responses) && index === 0 ? { Error: { Code: 'ThrottlingError' } } : one,
        ),
      };
    });
    await dispatched(deliveries);
    vi.restoreAllMocks();
    expect(new Set(world.endpoint.received.map(({ headers }) => headers['webhook-id'])).size).toBe(world.endpoint.received.length);
    const states = await statesOf(deliveries);
    // The claim of the first was made, and its answer lost: it comes again when the claim ends.
    expect(states).toEqual(['PENDING', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  });

  it('call a delivery once that another message of the batch has as well', async () => {
    const [delivery] = await someDeliveries(1);
    if (!delivery) throw new Error('there is one');
    await dispatched([delivery, delivery, delivery]);
    expect(world.endpoint.received).toHaveLength(1);
  });
});

describe('a delivery whose endpoint hangs', () => {
  it('does not delay the record of another one in its batch', async () => {
    const slow = await startWebhookEndpoint();
    slow.answers('silence');
    const [fast] = await someDeliveries(1);
    const { delivery: hanging } = await world.delivery({ url: slow.url, timeout: 2 });
    if (!fast) throw new Error('there is one');
    const working = dispatched([hanging, fast]);
    await vi.waitFor(async () => expect(await statesOf([fast])).toEqual(['SUCCEEDED']), { timeout: 1500, interval: 50 });
    expect(await statesOf([hanging])).toEqual(['PENDING']);
    await working;
    await slow.stop();
  });
});

describe('leases that are taken together', () => {
  const now = new Date();
  const endpoint = { tenant: acme, origin: 'https://together.example' };

  it('are no more than ten at a time, each with a slot of its own', async () => {
    const { endpoints } = gatheredAttempts(world.dynamo.table, Math.random, deliveryCalls);
    const admissions = await Promise.all(Array.from({ length: 14 }, () => endpoints.admit(endpoint, now, {})));
    const admitted = admissions.flatMap((one) => (one.result === 'admitted' ? [one.lease] : []));
    expect(new Set(admitted.map(({ slot }) => slot)).size).toBe(10);
    expect(admitted).toHaveLength(10);
    await Promise.all(admitted.map((lease) => endpoints.release(lease, true, now)));
    const again = await Promise.all(Array.from({ length: 3 }, () => endpoints.admit(endpoint, now, {})));
    expect(again.map(({ result }) => result)).toEqual(['admitted', 'admitted', 'admitted']);
  });

  it('are refused by one write for all who ask an endpoint that is full', async () => {
    const { endpoints } = gatheredAttempts(world.dynamo.table, Math.random, deliveryCalls);
    const full = { tenant: acme, origin: 'https://full.example' };
    const ask = (count: number) => Promise.all(Array.from({ length: count }, () => endpoints.admit(full, now, {})));
    expect((await ask(10)).map(({ result }) => result)).toEqual(Array(10).fill('admitted'));
    const sends = vi.spyOn(DynamoDBDocumentClient.prototype, 'send');
    expect((await ask(10)).map(({ result }) => result)).toEqual(Array(10).fill('full'));
    expect(sends.mock.calls.filter(([command]) => command instanceof UpdateCommand)).toHaveLength(1);
  });

  it('are refused while the endpoint is parked', async () => {
    const { endpoints } = gatheredAttempts(world.dynamo.table, Math.random, deliveryCalls);
    const parked = { tenant: acme, origin: 'https://parked.example' };
    for (let failure = 0; failure < 5; failure++) {
      const admission = await endpoints.admit(parked, now, {});
      if (admission.result === 'admitted') await endpoints.release(admission.lease, false, now);
    }
    const probes = await Promise.all(Array.from({ length: 3 }, () => endpoints.admit(parked, now, {})));
    expect(probes.filter(({ result }) => result === 'admitted')).toHaveLength(1);
  });
});
