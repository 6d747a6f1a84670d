import { controlPlaneTable } from '#shared/aws/control-plane-table.ts';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { documentClient } from '#shared/aws/document-client.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { dynamoFormations } from '#shared/formations/formation-repository.dynamo.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRuntimes } from '#shared/runtimes/runtime-repository.dynamo.ts';
import { dynamoRecipients } from '#shared/webhooks/recipients.dynamo.ts';
import { notificationFanoutEnvironment } from './env.ts';

const environment = notificationFanoutEnvironment.parse(process.env);
const table = controlPlaneTable(documentClient(), environment.TABLE_NAME);

export const deps = {
  log: logger('notification-fanout'),
  runtimes: dynamoRuntimes(table),
  formations: dynamoFormations(table),
  recipients: dynamoRecipients(table),
  queue: sqsDeliveryQueue(sqsClient(), environment.DELIVERY_QUEUE_URL),
};
