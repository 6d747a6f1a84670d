import { secretsManagerSealer } from '#shared/aws/sealing.ts';
import { systemClock } from '#shared/core/clock.ts';
import { clientCredentials } from '#shared/credentials/client-credentials.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { webhookTesterEnvironment } from './env.ts';

const environment = webhookTesterEnvironment.parse(process.env);
const table = tableOf(environment);
const http = guardedHttp({ allowLoopback: environment.ALLOW_LOOPBACK_TARGETS });

export const deps = {
  log: logger('webhook-tester'),
  clock: systemClock,
  http,
  tokens: clientCredentials(http),
  sealer: secretsManagerSealer(environment.SEALING_KEY_SECRET),
  webhooks: dynamoWebhooks(table),
  endpoints: dynamoEndpointLeases(table, Math.random, deliveryCalls),
};
