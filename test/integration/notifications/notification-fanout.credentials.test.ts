import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
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

describe.each(['BundleInstanceAuthRequested', 'BundleInstanceAuthDeletionRequested'] as const)('the fan-out of %s', (type) => {
  it('tells the Application that has to act, and none of its neighbours', async () => {
    const scenarios = [`credentials-${type}`];
    const webhooks = [aWebhook('https://hook.example/')];
    const { application, webhooks: made } = await world.application(`asked-${type}`, { scenarios, webhooks });
    await world.application(`neighbour-${type}`, { scenarios, webhooks });
    const credentials = { bundleId: 'bundle-1', bundleInstanceAuthId: 'auth-1' };
    await notifications.send(aBusEvent(acme, type, { applicationId: application.id, runtimeId: 'rt-1', ...credentials }));
    expect(await notifications.feed(fanOut)).toEqual({ batchItemFailures: [] });
    const deliveries = (await world.deliveryQueue.take()).map((body) => JSON.parse(body) as Delivery);
    expect(deliveries.map(({ webhookId }) => webhookId)).toEqual(made.map(({ id }) => id));
    expect(JSON.parse(deliveries[0]?.body ?? '')).toMatchObject({
      type: 'io.compass.configuration.changed.v1',
      data: { tenant: acme, applicationId: application.id, runtimeId: 'rt-1', formations: [], ...credentials, reason: type },
    });
  });
});
