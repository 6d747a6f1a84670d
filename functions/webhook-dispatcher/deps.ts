import { callsToOthers } from '#shared/aws/calls-to-others.ts';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { sqsClient } from '#shared/aws/sqs-client.ts';
import { systemClock } from '#shared/core/clock.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { rememberingRefusals } from '#shared/endpoints/remembered-refusals.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { gatheredAttempts } from '#shared/table/webhooks/gathered-attempts.dynamo.ts';
import { gatheredWebhooks } from '#shared/table/webhooks/gathered-webhooks.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { webhookDispatcherEnvironment } from './env.ts';

const environment = webhookDispatcherEnvironment.parse(process.env);
const table = tableOf(environment);
const attempts = gatheredAttempts(table, Math.random, deliveryCalls);

export const deps = {
  log: logger('webhook-dispatcher'),
  clock: systemClock,
  ...callsToOthers(environment),
  webhooks: { ...dynamoWebhooks(table), ...gatheredWebhooks(table) },
  deliveries: attempts.deliveries,
  endpoints: rememberingRefusals(attempts.endpoints),
  queue: sqsDeliveryQueue(sqsClient(), environment.DELIVERY_QUEUE_URL),
  mtlsUrl: environment.MTLS_URL,
  timing: { schedule: environment.RETRY_SCHEDULE_SECONDS, random: Math.random },
};
