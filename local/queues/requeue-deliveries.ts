import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { deliverySchema } from '#shared/webhooks/delivery.ts';
import { requeuePendingDeliveries } from '#shared/webhooks/requeue-pending-deliveries.ts';
import type { MessagingEngine } from '../engines/fauxqs.ts';
import { tenants } from '../local-description.ts';
import type { LocalSystem } from '../template/local-system.ts';

/**
 * Puts the webhook deliveries that are still pending on the queue again, in case their messages were lost with the last run. One whose
 * message is there is left alone: each copy would make attempts of its own.
 */
export async function requeueDeliveries(
  variables: Readonly<Record<string, string>>,
  { queues }: Pick<LocalSystem, 'queues'>,
  { bodies }: Pick<MessagingEngine, 'bodies'>,
): Promise<void> {
  const { TABLE_NAME = '', DELIVERY_QUEUE_URL = '' } = variables;
  const queue = queues.find(({ url }) => url === DELIVERY_QUEUE_URL);
  const queued = new Set(bodies(queue?.name ?? '').map((body) => deliverySchema.parse(JSON.parse(body)).id));
  const pending = dynamoDeliveries(controlPlaneTable(documentClient(), TABLE_NAME));
  await requeuePendingDeliveries(tenants.map(tenantId), {
    deliveries: {
      listPending: async function* (tenant) {
        for await (const page of pending.listPending(tenant)) yield page.filter(({ id }) => !queued.has(id));
      },
    },
    queue: sqsDeliveryQueue(sqsClient(), DELIVERY_QUEUE_URL),
  });
}
