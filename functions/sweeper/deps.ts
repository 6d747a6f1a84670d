import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import { sweeperEnvironment } from './env.ts';

const environment = sweeperEnvironment.parse(process.env);

const table = tableOf(environment);

export const deps = {
  log: logger('sweeper'),
  clock: systemClock,
  sweeps: dynamoSweeps(table),
  instanceAuths: dynamoInstanceAuths(table),
};
