import { type DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { type Delivery, deliverySchema } from '#shared/webhooks/delivery.ts';
import type { DeliveryQueue } from '#shared/webhooks/delivery-queue.ts';
import type { MessagingEngine } from '../engines/fauxqs.ts';
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
  const name = queues.find(({ url }) => url === DELIVERY_QUEUE_URL)?.name ?? '';
  const queued = new Set(bodies(name).map((body) => deliverySchema.parse(JSON.parse(body)).id));
  await requeuePending(documentClient(), TABLE_NAME, queued, sqsDeliveryQueue(sqsClient(), DELIVERY_QUEUE_URL));
}

/** Sends the pending deliveries that are neither queued nor due work of the table; returns their number. The table of one machine is small enough to be read. */
export async function requeuePending(
  client: Pick<DynamoDBClient, 'send'>,
  TableName: string,
  queued: ReadonlySet<string>,
  queue: Pick<DeliveryQueue, 'send'>,
): Promise<number> {
  let requeued = 0;
  let from: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(new ScanCommand({ ...pending, TableName, ExclusiveStartKey: from }));
    const lost = (page.Items ?? []).map((item): Delivery => deliverySchema.parse(unmarshall(item))).filter(({ id }) => !queued.has(id));
    await queue.send(lost);
    requeued += lost.length;
    from = page.LastEvaluatedKey;
  } while (from);
  return requeued;
}

const pending = {
  FilterExpression: '#type = :delivery AND #state = :pending AND attribute_not_exists(idPk)',
  ExpressionAttributeNames: { '#type': 'type', '#state': 'state' },
  ExpressionAttributeValues: { ':delivery': { S: 'Delivery' }, ':pending': { S: 'PENDING' } },
};
