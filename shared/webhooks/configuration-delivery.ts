import { tenantId } from '../core/tenant-id.ts';
import type { EventMetadata } from '../events/event-metadata.ts';
import { type ConfigurationChange, configurationNotification } from './configuration-notification.ts';
import { type Delivery, deliveryId } from './delivery.ts';
import type { Recipient } from './recipient.ts';

type Addressee = Pick<Recipient, 'applicationId' | 'applicationTemplateId'>;

/** Id of the delivery of an event to a webhook that serves an Application. */
export const deliveryIdFor = (eventId: string, webhookId: string, { applicationId, applicationTemplateId }: Addressee): string =>
  deliveryId(eventId, webhookId, ...(applicationTemplateId === undefined ? [] : [applicationId]));

/** The delivery by which a webhook of an Application is notified of an event. The same event makes the same delivery. */
export function configurationDelivery(
  webhookId: string,
  addressee: Addressee,
  metadata: Pick<EventMetadata, 'eventId' | 'tenant' | 'occurredAt'>,
  change: ConfigurationChange,
): Delivery {
  const { applicationId, applicationTemplateId } = addressee;
  const { eventId, tenant } = metadata;
  const id = deliveryIdFor(eventId, webhookId, addressee);
  return {
    id,
    tenant: tenantId(tenant),
    applicationId,
    webhookId,
    ...(applicationTemplateId && { applicationTemplateId }),
    eventId,
    eventType: change.reason,
    body: configurationNotification(id, metadata, change),
  };
}
