import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deliverWebhook } from '#shared/webhooks/deliver-webhook.ts';
import { deliverySchema } from '#shared/webhooks/delivery.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, deliverySchema, async (delivery, reception) => {
  const { id, tenant, applicationId, webhookId, eventId } = delivery;
  return { ...(await deliverWebhook(delivery, reception, deps)), deliveryId: id, tenant, applicationId, webhookId, eventId };
});
