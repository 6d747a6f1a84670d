import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import { sweeperEnvironment } from './env.ts';

const environment = sweeperEnvironment.parse(process.env);

const table = controlPlaneTable(documentClient(), environment.TABLE_NAME);

export const deps = {
  log: logger('sweeper'),
  clock: systemClock,
  sweeps: dynamoSweeps(table),
  instanceAuths: dynamoInstanceAuths(table),
};
