import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { fanOutMessageSchema } from '#shared/webhooks/fan-out-message.ts';
import { fanOutNotification } from '#shared/webhooks/fan-out-notification.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, fanOutMessageSchema, async (message) => {
  const fannedOut = await fanOutNotification(message, deps);
  const { eventId, tenant } = message.detail.metadata;
  return { outcome: 'fanned out', detailType: message['detail-type'], eventId, tenant, from: message.from, ...fannedOut };
});
