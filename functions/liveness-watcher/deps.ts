import { controlPlaneTable } from '#shared/aws/control-plane-table.ts';
import { documentClient } from '#shared/aws/document-client.ts';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { dynamoLiveness } from '#shared/liveness/liveness-repository.dynamo.ts';
import { logger } from '#shared/observability/logger.ts';
import { livenessWatcherEnvironment } from './env.ts';

const environment = livenessWatcherEnvironment.parse(process.env);

export const deps = {
  log: logger('liveness-watcher'),
  clock: systemClock,
  liveness: dynamoLiveness(controlPlaneTable(documentClient(), environment.TABLE_NAME)),
  pollSeconds: environment.POLL_AFTER_SECONDS,
  pace: {
    concurrency: environment.LIVENESS_CONCURRENCY,
    // The schedule comes every minute, which is also the function's timeout: the writes of those that were begun have 15 seconds.
    runFor: seconds(45),
  },
};
