import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsFanOutQueue } from '#shared/aws/fan-out-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { dynamoRecipients } from '#shared/table/webhooks/recipients.dynamo.ts';
import { notificationFanoutEnvironment } from './env.ts';

const environment = notificationFanoutEnvironment.parse(process.env);
const table = tableOf(environment);
const sqs = sqsClient();

export const deps = {
  log: logger('notification-fanout'),
  runtimes: dynamoRuntimes(table),
  formations: dynamoFormations(table),
  recipients: dynamoRecipients(table),
  limits: table.limits,
  queue: sqsDeliveryQueue(sqs, environment.DELIVERY_QUEUE_URL),
  rest: sqsFanOutQueue(sqs, environment.NOTIFICATION_QUEUE_URL),
  clock: systemClock,
  // A page of Applications takes a second more at worst; the timeout is a minute.
  pace: { runFor: seconds(15), maxDeliveries: 5000, pageSize: 100 },
};
