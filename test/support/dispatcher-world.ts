import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { type Delivery, deliveryId } from '#shared/webhooks/delivery.ts';
import { acme, aWebhook, notificationWorld } from './notification-world.ts';
import { startWebhookEndpoint } from './webhook-endpoint.ts';

export type DispatcherWorld = Awaited<ReturnType<typeof dispatcherWorld>>;

/** The real dispatcher between a real queue with so many receptions, a real table and an endpoint on this machine. */
export async function dispatcherWorld(maxReceiveCount?: number) {
  const [world, endpoint] = [await notificationWorld(maxReceiveCount), await startWebhookEndpoint()];
  const { handler } = await import('#functions/webhook-dispatcher/handler.ts');
  const dispatch = (event: SQSEvent): Promise<SQSBatchResponse> => handler(event, {} as Context);
  let applications = 0;

  return {
    ...world,
    endpoint,
    dispatch,
    /** A delivery to a webhook of a new Application, at the endpoint unless the settings say otherwise. */
    delivery: async (settings: { url?: string } & Record<string, unknown> = {}) => {
      const name = `application-${++applications}`;
      const { application, webhooks } = await world.application(name, { webhooks: [aWebhook(endpoint.url, settings)] });
      const [webhook] = webhooks;
      if (!webhook) throw new Error('the Application has no webhook');
      const eventId = `evt_${name}`;
      const id = deliveryId(eventId, webhook.id);
      const delivery: Delivery = {
        id,
        tenant: acme,
        applicationId: application.id,
        webhookId: webhook.id,
        eventId,
        body: `{"id":"${id}"}`,
      };
      return { delivery, webhook };
    },
    enqueue: (delivery: Delivery) => world.deliveryQueue.send(JSON.stringify(delivery)),
    /** Works the queue off until nothing is left in it, however often messages come again. */
    drain: async () => {
      while ((await world.deliveryQueue.size()) > 0) await world.deliveryQueue.feed(dispatch);
    },
    record: async ({ tenant, id }: Delivery) => {
      const Key = { pk: tenantKey(tenant, 'DELIVERY', id), sk: headKey };
      const { Item } = await world.dynamo.client.send(new GetCommand({ TableName: world.dynamo.tableName, Key, ConsistentRead: true }));
      return Item;
    },
    stop: () => Promise.all([world.stop(), endpoint.stop()]),
  };
}

/** A message as Lambda hands it over, received so often. */
export const aMessage = (delivery: Delivery, receiveCount = 1, messageId = 'message'): SQSRecord =>
  ({
    messageId,
    receiptHandle: 'no-such-handle',
    body: JSON.stringify(delivery),
    attributes: { ApproximateReceiveCount: String(receiveCount) },
  }) as SQSRecord;
