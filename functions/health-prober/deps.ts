import { seconds, systemClock } from '#shared/core/clock.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoHealthChecks } from '#shared/table/health-checks/health-check-repository.dynamo.ts';
import { healthProberEnvironment } from './env.ts';

const environment = healthProberEnvironment.parse(process.env);

export const deps = {
  log: logger('health-prober'),
  clock: systemClock,
  random: Math.random,
  healthChecks: dynamoHealthChecks(tableOf(environment)),
  http: guardedHttp({ allowLoopback: environment.ALLOW_LOOPBACK_TARGETS }),
  pace: {
    interval: seconds(environment.HEALTH_CHECK_SECONDS),
    concurrency: environment.HEALTH_CHECK_CONCURRENCY,
    // The schedule comes every minute, which is also the function's timeout: a last probe and its writes have 15 seconds.
    runFor: seconds(45),
  },
};
