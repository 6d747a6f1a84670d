import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsFanOutQueue } from '#shared/aws/fan-out-queue.ts';
import { newId } from '#shared/core/ids.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { FormationReference } from '#shared/events/event-metadata.ts';
import type { FormationMember } from '#shared/formations/formation.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { type Delivery, deliveryId } from '#shared/webhooks/delivery.ts';
import { type FanOutMessage, fanOutMessageSchema } from '#shared/webhooks/fan-out-message.ts';
import { type FanOutPace, fanOutNotification } from '#shared/webhooks/fan-out-notification.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { aMessage } from '#test/support/dispatcher-world.ts';
import { manyMembers } from '#test/support/many-applications.ts';
import { acme, aWebhook, type NotificationWorld, notificationWorld } from '#test/support/notification-world.ts';
import { aFormation } from '#test/support/registry-builders.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let world: NotificationWorld;
beforeAll(async () => {
  world = await notificationWorld();
});
afterAll(() => world.stop());
afterEach(() => vi.restoreAllMocks());

const usual: FanOutPace = { runFor: 60_000, maxDeliveries: 4, pageSize: 4 };

const depsWith = (pace: Partial<FanOutPace> = {}) => ({
  runtimes: world.runtimes,
  formations: world.formations,
  recipients: world.recipients,
  queue: sqsDeliveryQueue(world.queues.client, world.deliveryQueue.url, 1),
  rest: sqsFanOutQueue(world.queues.client, world.notifications.url),
  limits: defaultLimits,
  clock: () => new Date(),
  pace: { ...usual, ...pace },
});

/** A function like the deployed one that does less in one invocation. */
const handlerWith = (pace: Partial<FanOutPace> = {}) => {
  const handler = queueHandler(logger('fan-out'), fanOutMessageSchema, async (message) => ({
    outcome: 'fanned out',
    ...(await fanOutNotification(message, depsWith(pace))),
  }));
  return (event: SQSEvent): Promise<SQSBatchResponse> => handler(event, {} as Context);
};

const connected = (formations: readonly FormationReference[], eventId: string): string =>
  aBusEvent(acme, 'RuntimeConnected', { runtimeId: 'rt', name: 'cluster', formations: [...formations] }, eventId);

async function taken(): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (let bodies = await world.deliveryQueue.take(); bodies.length > 0; bodies = await world.deliveryQueue.take()) {
    found.push(...bodies.map((body) => JSON.parse(body) as Delivery));
  }
  return found;
}

interface Step {
  /** Works a message off; throws where the invocation fails. */
  readonly invoke?: (message: FanOutMessage) => Promise<unknown>;
  /** Called between two invocations. */
  readonly between?: (invocations: number) => Promise<void>;
}

/** Works the fan-out's queue off as Lambda does, with failed messages again at once; answers the number of invocations. */
async function workedOff(first: string, { invoke, between }: Step = {}): Promise<number> {
  const pending = [first];
  let invocations = 0;
  for (let body = pending.shift(); body !== undefined; body = pending.shift()) {
    invocations += 1;
    const message = fanOutMessageSchema.parse(JSON.parse(body));
    await (invoke ?? ((one) => fanOutNotification(one, depsWith())))(message).catch(() => pending.push(body as string));
    await between?.(invocations);
    pending.push(...(await world.notifications.take()));
    if (invocations > 200) throw new Error('the fan-out does not end');
  }
  return invocations;
}

/** A formation with so many Applications. */
async function aGroup(count: number) {
  const formation = aFormation({ tenant: acme, id: newId(), name: newId(), applicationCount: count });
  await world.formations.insert(formation);
  const { id, name } = formation;
  return { formation: { id, name }, applications: await manyMembers(world.dynamo, acme, count, [{ id, name }]) };
}

const idsFor = (eventId: string, applications: readonly { configurationWebhookIds: readonly string[] }[]): string[] =>
  applications.flatMap(({ configurationWebhookIds }) => configurationWebhookIds.map((id) => deliveryId(eventId, id))).sort();

const idsOf = (made: readonly Delivery[]): string[] => made.map(({ id }) => id).sort();

const member = (formation: FormationReference, objectId: string): FormationMember => ({
  tenant: acme,
  formationId: formation.id,
  formationName: formation.name,
  objectType: 'APPLICATION',
  objectId,
  version: 1,
  changedBy: 'user/alice',
});

describe('a change that concerns more Applications than one invocation notifies', () => {
  it('reaches each of them once by several invocations, which hand each other the rest through the queue', async () => {
    const { formation, applications } = await aGroup(450);
    await world.notifications.send(connected([formation], 'evt_many'));
    let invocations = 0;
    const fanOut = handlerWith({ maxDeliveries: 100, pageSize: 100 });
    for (; (await world.notifications.size()) > 0; invocations++) {
      expect(await world.notifications.feed(fanOut)).toEqual({ batchItemFailures: [] });
    }
    expect(invocations).toBe(5);
    expect(idsOf(await taken())).toEqual(idsFor('evt_many', applications));
  });

  it('is handed on when the time of an invocation is over, however few deliveries it made', async () => {
    const { formation, applications } = await aGroup(10);
    const invoke = (message: FanOutMessage) => fanOutNotification(message, depsWith({ runFor: 0, maxDeliveries: 1000 }));
    expect(await workedOff(connected([formation], 'evt_slow'), { invoke })).toBe(3);
    expect(idsOf(await taken())).toEqual(idsFor('evt_slow', applications));
  });

  it('reaches an Application in several formations once, though other invocations walk through them', async () => {
    const [one, both] = [await aGroup(6), await aGroup(0)];
    const shared = await manyMembers(world.dynamo, acme, 6, [both.formation, one.formation]);
    expect(await workedOff(connected([both.formation, one.formation], 'evt_both'))).toBeGreaterThan(3);
    expect(idsOf(await taken())).toEqual(idsFor('evt_both', [...one.applications, ...shared]));
  });

  it('tells the formations of a Runtime before and of one after a change of default eventing, also when one is deleted meanwhile', async () => {
    const scenarios = ['eventing-one', 'eventing-two', 'eventing-three'];
    const told = await world.application('told', { scenarios: scenarios.slice(0, 1), webhooks: [aWebhook('https://a.example')] });
    const later = await world.application('told-later', { scenarios: scenarios.slice(2), webhooks: [aWebhook('https://b.example')] });
    const [next, previous] = [await world.runtime('next', scenarios.slice(0, 2)), await world.runtime('previous', scenarios.slice(2))];
    const data = { applicationId: newId(), runtimeId: next.id, previousRuntimeId: previous.id };
    const event = aBusEvent(acme, 'DefaultEventingChanged', data, 'evt_eventing');
    await workedOff(event, {
      invoke: (message) => fanOutNotification(message, depsWith({ runFor: 0 })),
      between: async (invocations) => {
        const current = invocations === 2 ? await world.runtimes.find(acme, next.id) : undefined;
        if (current) await world.runtimes.delete(current, 'user/alice');
      },
    });
    const ids = [...told.webhooks, ...later.webhooks].map(({ id }) => deliveryId('evt_eventing', id));
    expect([...new Set(idsOf(await taken()))]).toEqual(ids.sort());
  });
});

describe('a change of membership while a formation is walked through', () => {
  it('neither leaves an Application out that stays, nor tells one that left', async () => {
    const [first, second] = [await aGroup(8), await aGroup(8)];
    // The walk goes by the ids of the formations, and in each by those of the Applications.
    const [walked, waiting] = [first, second].sort((a, b) => (a.formation.id < b.formation.id ? -1 : 1));
    const [stays, leaves] = waiting?.applications ?? [];
    if (!walked || !waiting || !stays || !leaves) throw new Error('there are two formations');
    await workedOff(connected([first.formation, second.formation], 'evt_moving'), {
      between: async (invocations) => {
        if (invocations !== 2) return;
        // The first formation has been walked through by now.
        await world.formations.assign(member(walked.formation, stays.id), new Date());
        await world.formations.unassign(member(waiting.formation, leaves.id), new Date());
      },
    });
    const expected = [...walked.applications, ...waiting.applications.filter(({ id }) => id !== leaves.id)];
    expect(idsOf(await taken())).toEqual(idsFor('evt_moving', expected));
  });
});

describe('a fan-out that fails on the way', () => {
  /** Calls of AWS by the adapters of the fan-out, of which the one with this number fails: before it is made, or when it was. */
  function failing(number: number, when: 'before' | 'after') {
    let calls = 0;
    const failOnce = (prototype: typeof SQSClient.prototype | typeof DynamoDBDocumentClient.prototype, is: (name: string) => boolean) => {
      const send = prototype.send as (this: unknown, command: object) => Promise<unknown>;
      vi.spyOn(prototype as { send: typeof send }, 'send').mockImplementation(async function (this: unknown, command: object) {
        if (!is(command.constructor.name)) return Reflect.apply(send, this, [command]);
        calls += 1;
        const isMeant = calls === number;
        if (isMeant && when === 'before') throw new Error('crashed');
        const answer = await Reflect.apply(send, this, [command]);
        if (isMeant) throw new Error('crashed');
        return answer;
      });
    };
    failOnce(SQSClient.prototype, (name) => name.startsWith('SendMessage'));
    failOnce(DynamoDBDocumentClient.prototype, () => true);
    return () => calls;
  }

  it.each(['before', 'after'] as const)('tells every Application whichever call it crashed %s', async (when) => {
    const { formation, applications } = await aGroup(12);
    const eventId = `evt_crash_${when}`;
    for (let number = 1, calls = number; number <= calls; number++) {
      const made = failing(number, when);
      await workedOff(connected([formation], eventId));
      calls = made();
      vi.restoreAllMocks();
      expect([...new Set(idsOf(await taken()))]).toEqual(idsFor(eventId, applications));
      expect(calls).toBeGreaterThan(10);
    }
  });

  it('goes on behind the last page when its message is redriven from the dead letters', async () => {
    const { formation, applications } = await aGroup(12);
    const queue = await world.queues.create('failing-notifications', 1);
    await fanOutNotification(fanOutMessageSchema.parse(JSON.parse(connected([formation], 'evt_dead'))), depsWith());
    const [rest = ''] = await world.notifications.take();
    await queue.send(rest);
    const broken = queueHandler(logger('fan-out'), fanOutMessageSchema, () => Promise.reject(new Error('no table')), [1]);
    await queue.feed((event) => broken(event, {} as Context));
    await queue.feed((event) => broken(event, {} as Context));
    const [dead = ''] = (await queue.deadLetters?.take()) ?? [];
    expect(JSON.parse(dead).from).toMatchObject({ formationId: formation.id });
    await workedOff(dead);
    expect(idsOf(await taken())).toEqual(idsFor('evt_dead', applications));
  });

  it('calls each webhook once though every page came twice, and in the wrong order', async () => {
    const endpoint = await startWebhookEndpoint();
    const { handler } = await import('#functions/webhook-dispatcher/handler.ts');
    const scenarios = ['told-twice'];
    const webhooks = [];
    for (let index = 0; index < 9; index++) webhooks.push(...(await registered(`twice-${index}`)));
    const [formation] = await formationsNamed(scenarios);
    const pages: string[] = [];
    await workedOff(connected(formation ? [formation] : [], 'evt_twice'), {
      invoke: async (message) => {
        pages.unshift(JSON.stringify(message));
        await fanOutNotification(message, depsWith());
      },
    });
    for (const page of pages) await fanOutNotification(fanOutMessageSchema.parse(JSON.parse(page)), depsWith());
    const deliveries = await taken();
    expect(deliveries).toHaveLength(2 * webhooks.length);
    for (const [index, delivery] of deliveries.entries()) {
      await handler({ Records: [aMessage(delivery, 1, `message-${index}`)] }, {} as Context);
    }
    const called = endpoint.received.map(({ headers }) => headers['webhook-id']).sort();
    expect(called).toEqual(webhooks.map(({ id }) => deliveryId('evt_twice', id)).sort());
    while ((await world.notifications.take()).length > 0);
    await endpoint.stop();

    async function registered(name: string) {
      return (await world.application(name, { scenarios, webhooks: [aWebhook(endpoint.url)] })).webhooks;
    }
    async function formationsNamed(names: readonly string[]) {
      const found = await Promise.all(names.map((name) => world.formations.findByName(acme, name)));
      return found.filter((one) => one !== undefined);
    }
  });
});

describe('a queue of deliveries that is throttled', () => {
  /** Refuses single messages of the first calls, and then whole calls. */
  function throttled(entries: number, calls: number): void {
    let [refusing, failing] = [entries, calls];
    const send = SQSClient.prototype.send as (this: unknown, command: object) => Promise<unknown>;
    vi.spyOn(SQSClient.prototype as { send: typeof send }, 'send').mockImplementation(async function (this: unknown, command: object) {
      if (!(command instanceof SendMessageBatchCommand)) return Reflect.apply(send, this, [command]);
      const { Entries = [] } = command.input;
      if (refusing > 0) {
        refusing -= 1;
        const taken = new SendMessageBatchCommand({ ...command.input, Entries: Entries.slice(1) });
        if (Entries.length > 1) await Reflect.apply(send, this, [taken]);
        return { Failed: Entries.slice(0, 1).map(({ Id }) => ({ Id, Code: 'ThrottlingException', SenderFault: false })) };
      }
      if (failing > 0) {
        failing -= 1;
        throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
      }
      return Reflect.apply(send, this, [command]);
    });
  }

  it('gets every delivery in the end, and each of those that it had taken with the same id', async () => {
    const { formation, applications } = await aGroup(20);
    throttled(3, 12);
    const invocations = await workedOff(connected([formation], 'evt_throttled'));
    expect(invocations).toBeGreaterThan(5);
    expect([...new Set(idsOf(await taken()))]).toEqual(idsFor('evt_throttled', applications));
  });
});
