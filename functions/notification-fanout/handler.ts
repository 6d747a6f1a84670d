import { notifyingEventSchema } from '#shared/events/notifying-events.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { fanOutNotification } from '#shared/webhooks/fan-out-notification.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, notifyingEventSchema, async (event) => {
  const deliveries = await fanOutNotification(event, deps);
  const { eventId, tenant } = event.detail.metadata;
  return { outcome: 'fanned out', detailType: event['detail-type'], eventId, tenant, deliveries };
});
