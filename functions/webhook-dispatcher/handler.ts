import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deliverWebhook } from '#shared/webhooks/deliver-webhook.ts';
import { type Delivery, deliverySchema } from '#shared/webhooks/delivery.ts';
import { deps } from './deps.ts';

const deliver = async (delivery: Delivery, reception: Parameters<typeof deliverWebhook>[1]) => {
  const { id, tenant, applicationId, webhookId, eventId } = delivery;
  return { ...(await deliverWebhook(delivery, reception, deps)), deliveryId: id, tenant, applicationId, webhookId, eventId };
};

// An attempt that could not be recorded is repeated by the schedule, too.
export const handler = queueHandler(deps.log, deliverySchema, deliver, deps.timing.schedule);
