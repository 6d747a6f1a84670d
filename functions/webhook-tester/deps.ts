import { callsToOthers } from '#shared/aws/calls-to-others.ts';
import { systemClock } from '#shared/core/clock.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { webhookTesterEnvironment } from './env.ts';

const environment = webhookTesterEnvironment.parse(process.env);
const table = tableOf(environment);

export const deps = {
  log: logger('webhook-tester'),
  clock: systemClock,
  ...callsToOthers(environment),
  webhooks: dynamoWebhooks(table),
  endpoints: dynamoEndpointLeases(table, Math.random, deliveryCalls),
};
