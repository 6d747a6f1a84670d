import { seconds, systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoLiveness } from '#shared/table/liveness/liveness-repository.dynamo.ts';
import { livenessWatcherEnvironment } from './env.ts';

const environment = livenessWatcherEnvironment.parse(process.env);

export const deps = {
  log: logger('liveness-watcher'),
  clock: systemClock,
  liveness: dynamoLiveness(tableOf(environment)),
  pollSeconds: environment.POLL_AFTER_SECONDS,
  pace: {
    concurrency: environment.LIVENESS_CONCURRENCY,
    // The schedule comes every minute, which is also the function's timeout: the writes of those that were begun have 15 seconds.
    runFor: seconds(45),
  },
};
