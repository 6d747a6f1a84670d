import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { deliverySchedulerEnvironment } from './env.ts';

const environment = deliverySchedulerEnvironment.parse(process.env);

export const deps = {
  log: logger('delivery-scheduler'),
  clock: systemClock,
  deliveries: dynamoDeliveries(tableOf(environment)),
  queue: sqsDeliveryQueue(sqsClient(), environment.DELIVERY_QUEUE_URL),
  // The schedule comes every minute, which is also the function's timeout.
  runFor: seconds(45),
};
