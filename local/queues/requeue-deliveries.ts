import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { requeuePendingDeliveries } from '#shared/webhooks/requeue-pending-deliveries.ts';
import { tenants } from '../local-description.ts';

/** Puts the webhook deliveries that are still pending on the queue again, in case their messages were lost with the last run. */
export async function requeueDeliveries(variables: Readonly<Record<string, string>>): Promise<void> {
  const { TABLE_NAME = '', DELIVERY_QUEUE_URL = '' } = variables;
  await requeuePendingDeliveries(tenants.map(tenantId), {
    deliveries: dynamoDeliveries(controlPlaneTable(documentClient(), TABLE_NAME)),
    queue: sqsDeliveryQueue(sqsClient(), DELIVERY_QUEUE_URL),
  });
}
