import type { TenantId } from '../core/tenant-id.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryRepository } from './delivery-record.ts';

interface Deps {
  readonly deliveries: Pick<DeliveryRepository, 'listPending'>;
  readonly queue: Pick<DeliveryQueue, 'send'>;
}

/**
 * Puts every pending delivery of the tenants on the queue again, for when the queue may have lost them; returns how many.
 * One that is still there as well does little harm: the two messages take turns, and the first success ends both.
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
