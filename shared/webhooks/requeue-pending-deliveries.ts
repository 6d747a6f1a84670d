import type { TenantId } from '../core/tenant-id.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryRepository } from './delivery-record.ts';

interface Deps {
  readonly deliveries: Pick<DeliveryRepository, 'listPending'>;
  readonly queue: Pick<DeliveryQueue, 'send'>;
}

/**
 * Queues every pending delivery of the tenants again, because the queue may have lost them; returns their number. For one that is still queued, the
 * first success ends both messages.
 */
export async function requeuePendingDeliveries(tenants: readonly TenantId[], { deliveries, queue }: Deps): Promise<number> {
  let requeued = 0;
  for (const tenant of tenants) {
    for await (const page of deliveries.listPending(tenant)) {
      await queue.send(page);
      requeued += page.length;
    }
  }
  return requeued;
}
