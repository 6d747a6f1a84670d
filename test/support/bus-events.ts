import { randomUUID } from 'node:crypto';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { detailSchema } from '#shared/events/domain-event.ts';
import type { DetailType, EventData } from '#shared/events/event-catalogue.ts';
import { sourceOf } from '#shared/events/event-catalogue.ts';

/** A bus event as EventBridge puts it on a queue. */
export function aBusEvent<T extends DetailType>(
  tenant: TenantId,
  detailType: T,
  data: EventData<T>,
  eventId = `evt_${randomUUID()}`,
): string {
  const metadata = { eventId, schemaVersion: 1, tenant, entityVersion: 1, occurredAt: '2026-01-02T03:04:05.000Z', actor: 'user/alice' };
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: sourceOf(detailType),
    account: '123456789012',
    time: '2026-01-02T03:04:06Z',
    region: 'eu-central-1',
    resources: [],
    detail: detailSchema(detailType).parse({ metadata, data }),
  });
}
