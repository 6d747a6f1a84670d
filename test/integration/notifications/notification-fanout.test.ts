import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { $set, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sqsPostponeMessage } from '#shared/aws/postpone-message.ts';
import { newId } from '#shared/core/ids.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { DetailType, EventData } from '#shared/events/event-catalogue.ts';
import { formationReferences } from '#shared/events/event-metadata.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { manyApplications } from '#test/support/many-applications.ts';
import { acme, aWebhook, type NotificationWorld, notificationWorld } from '#test/support/notification-world.ts';
import type { TestQueue } from '#test/support/queues.ts';

let world: NotificationWorld;
let notifications: TestQueue;
let fanOut: (event: SQSEvent) => Promise<SQSBatchResponse>;

beforeAll(async () => {
  world = await notificationWorld();
  ({ notifications } = world);
  const { handler } = await import('#functions/notification-fanout/handler.ts');
  fanOut = (event) => handler(event, {} as Context);
});
afterAll(() => world.stop());
afterEach(() => vi.restoreAllMocks());

/** Everything that waits on the delivery queue. */
async function deliveries(): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (let bodies = await world.deliveryQueue.take(); bodies.length > 0; bodies = await world.deliveryQueue.take()) {
    found.push(...bodies.map((body) => JSON.parse(body) as Delivery));
  }
  return found;
}

async function notified<T extends DetailType>(detailType: T, data: EventData<T>, eventId?: string): Promise<Delivery[]> {
  await notifications.send(aBusEvent(acme, detailType, data, eventId));
  expect(await notifications.feed(fanOut)).toEqual({ batchItemFailures: [] });
  return deliveries();
}

const applicationsOf = (made: Delivery[]): string[] => made.map(({ applicationId }) => applicationId).sort();
const hook = (name: string) => aWebhook(`https://${name}.example/`);

/** Two Applications that share one or both formations with a Runtime, and one that shares none. */
async function neighbourhood(label: string) {
  const [one, two] = [`${label}-one`, `${label}-two`];
  const both = await world.application(`${label}-both`, { scenarios: [one, two], webhooks: [hook('a'), hook('b')] });
  const single = await world.application(`${label}-single`, { scenarios: [two], webhooks: [hook('c')] });
  const stranger = await world.application(`${label}-stranger`, { scenarios: [`${label}-three`], webhooks: [hook('d')] });
  const runtime = await world.runtime(`${label}-cluster`, [one, two]);
  return { both, single, stranger, runtime, formations: formationReferences(runtime.formations) };
}

describe('the fan-out of notifications', () => {
  it('makes no more deliveries of one change than an Application may have webhooks, though it got more before there was a limit', async () => {
    const { both, runtime, formations } = await neighbourhood('many');
    const ids = Array.from({ length: 300 }, newId);
    await applicationEntity(world.dynamo.table)
      .build(UpdateItemCommand)
      .item({ tenant: acme, id: both.application.id, configurationWebhookIds: $set(ids) })
      .send();
    const made = await notified('RuntimeConnected', { runtimeId: runtime.id, name: runtime.name, formations });
    const called = made.filter(({ applicationId }) => applicationId === both.application.id).map(({ webhookId }) => webhookId);
    expect(called.sort()).toEqual(ids.slice(0, defaultLimits.webhooks).sort());
  });

  it('tells every Application that shares a formation with a connected Runtime, each of its webhooks once', async () => {
    const { both, single, runtime, formations } = await neighbourhood('connected');
    const made = await notified('RuntimeConnected', { runtimeId: runtime.id, name: runtime.name, formations });
    expect(made.map(({ webhookId }) => webhookId).sort()).toEqual([...both.webhooks, ...single.webhooks].map(({ id }) => id).sort());
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
  });

  it('writes a CloudEvent that names the Application, the Runtime and the formations they share, and no other object', async () => {
    const { single, both, runtime, formations } = await neighbourhood('content');
    const made = await notified('RuntimeConnected', { runtimeId: runtime.id, name: runtime.name, formations }, 'evt_content');
    const delivery = made.find(({ applicationId }) => applicationId === single.application.id);
    expect(JSON.parse(delivery?.body ?? '')).toEqual({
      specversion: '1.0',
      id: delivery?.id,
      source: '/compass/tenants/acme',
      type: 'io.compass.configuration.changed.v1',
      subject: `applications/${single.application.id}`,
      time: '2026-01-02T03:04:05.000Z',
      datacontenttype: 'application/json',
      data: {
        tenant: 'acme',
        applicationId: single.application.id,
        runtimeId: runtime.id,
        formations: formations.filter(({ name }) => name === 'content-two'),
        reason: 'RuntimeConnected',
      },
    });
    expect(delivery?.body).not.toContain(both.application.id);
  });

  it('makes the same deliveries with the same ids and bodies when an event comes again', async () => {
    const { runtime, formations } = await neighbourhood('again');
    const data = { runtimeId: runtime.id, name: runtime.name, formations };
    const byId = (made: Delivery[]) => made.sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(await notified('RuntimeConnected', data, 'evt_again'))).toEqual(
      byId(await notified('RuntimeConnected', data, 'evt_again')),
    );
  });

  it('tells them of a changed eventing URL', async () => {
    const { both, single, runtime, formations } = await neighbourhood('url');
    const data = { runtimeId: runtime.id, eventingUrl: 'https://new.example', previousEventingUrl: '', formations };
    const made = await notified('RuntimeEventingUrlChanged', data);
    expect(new Set(applicationsOf(made))).toEqual(new Set([both.application.id, single.application.id]));
  });

  it('tells the neighbours of the new and of the previous Runtime of changed default eventing', async () => {
    const old = await neighbourhood('old');
    const next = await neighbourhood('next');
    const made = await notified('DefaultEventingChanged', {
      applicationId: next.both.application.id,
      runtimeId: next.runtime.id,
      previousRuntimeId: old.runtime.id,
    });
    const expected = [old.both, old.single, next.both, next.single].map(({ application }) => application.id);
    expect(new Set(applicationsOf(made))).toEqual(new Set(expected));
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    const runtimeToldTo = (id: string) => JSON.parse(made.find(({ applicationId }) => applicationId === id)?.body ?? '').data.runtimeId;
    expect(runtimeToldTo(old.single.application.id)).toBe(old.runtime.id);
    expect(runtimeToldTo(next.single.application.id)).toBe(next.runtime.id);
    expect(runtimeToldTo(next.both.application.id)).toBe(next.runtime.id);
  });

  it.each(['FormationAssigned', 'FormationUnassigned'] as const)(
    'tells every Application in the formation of a %s Runtime',
    async (type) => {
      const { both, single, runtime, formations } = await neighbourhood(type.toLowerCase());
      const formation = formations.find(({ name }) => name.endsWith('-two'));
      const data = {
        formationId: formation?.id ?? '',
        formationName: formation?.name ?? '',
        objectType: 'RUNTIME',
        objectId: runtime.id,
      } as const;
      expect(new Set(applicationsOf(await notified(type, data)))).toEqual(new Set([both.application.id, single.application.id]));
    },
  );

  it('notifies an Application of its own assignment where the formation has a Runtime, and no other Application', async () => {
    const { single, formations } = await neighbourhood('own');
    const formation = formations.find(({ name }) => name === 'own-two');
    const data = {
      formationId: formation?.id ?? '',
      formationName: 'own-two',
      objectType: 'APPLICATION',
      objectId: single.application.id,
    } as const;
    expect(applicationsOf(await notified('FormationAssigned', data))).toEqual([single.application.id]);
    expect(applicationsOf(await notified('FormationUnassigned', data))).toEqual([single.application.id]);
  });

  it('keeps quiet where the formation has no Runtime, or the Application is gone', async () => {
    const { stranger, runtime, formations } = await neighbourhood('quiet');
    const [alone] = formationReferences(stranger.application.formations);
    const data = {
      formationId: alone?.id ?? '',
      formationName: 'quiet-three',
      objectType: 'APPLICATION',
      objectId: stranger.application.id,
    } as const;
    expect(await notified('FormationAssigned', data)).toEqual([]);
    const gone = {
      formationId: formations[0]?.id ?? '',
      formationName: 'quiet-one',
      objectType: 'APPLICATION',
      objectId: runtime.id,
    } as const;
    expect(await notified('FormationUnassigned', gone)).toEqual([]);
  });

  it('tells 250 Applications with 3 queries, 3 batch reads and 25 calls of the queue', async () => {
    const formation = await manyApplications(world.dynamo, acme, 250);
    const reads = vi.spyOn(DynamoDBDocumentClient.prototype, 'send');
    const sends = vi.spyOn(SQSClient.prototype, 'send');
    await notifications.send(aBusEvent(acme, 'RuntimeConnected', { runtimeId: 'rt', name: 'cluster', formations: [formation] }));
    await notifications.feed(fanOut);
    const names = [...reads.mock.calls, ...sends.mock.calls].map(([command]) => command.constructor.name);
    const count = (name: string) => names.filter((one) => one === name).length;
    expect({ queries: count('QueryCommand'), reads: count('BatchGetCommand'), sends: count('SendMessageBatchCommand') }).toEqual({
      queries: 3,
      reads: 3,
      sends: 25,
    });
    expect(new Set((await deliveries()).map(({ id }) => id)).size).toBe(250);
  });

  it('has a message that it failed at come again within seconds, the later the more often it failed', async () => {
    const failing = await world.queues.create('failing');
    await failing.send('{"detail-type":"SomethingElse"}');
    const sends = vi.spyOn(SQSClient.prototype, 'send');
    const pauses = async (receptions: number): Promise<unknown[]> => {
      sends.mockClear();
      await failing.feed(({ Records }) =>
        fanOut({
          Records: Records.map((one) => ({ ...one, attributes: { ...one.attributes, ApproximateReceiveCount: String(receptions) } })),
        }),
      );
      const inputs = sends.mock.calls.map(([command]) => command.input as { VisibilityTimeout?: number; ReceiptHandle?: string });
      const set = inputs.filter(({ VisibilityTimeout }) => VisibilityTimeout !== undefined);
      // The next round need not wait.
      for (const { ReceiptHandle } of set) await sqsPostponeMessage(world.queues.client, failing.url)(ReceiptHandle ?? '', 1);
      return set.map(({ VisibilityTimeout }) => VisibilityTimeout);
    };
    expect([await pauses(1), await pauses(2), await pauses(3)]).toEqual([[5], [30], [120]]);
    expect(await pauses(4)).toEqual([]);
  });

  it('leaves a message in the queue that is no event it knows, and processes the others', async () => {
    const { runtime, formations } = await neighbourhood('partial');
    await notifications.send('{"detail-type":"SomethingElse"}');
    await notifications.send(aBusEvent(acme, 'RuntimeConnected', { runtimeId: runtime.id, name: runtime.name, formations }));
    const responses = [await notifications.feed(fanOut), ...((await notifications.size()) > 1 ? [await notifications.feed(fanOut)] : [])];
    expect(responses.flatMap(({ batchItemFailures }) => batchItemFailures)).toHaveLength(1);
    expect(await deliveries()).toHaveLength(3);
  });
});
