import { controlPlaneTable } from '#shared/aws/control-plane-table.ts';
import { documentClient } from '#shared/aws/document-client.ts';
import { dynamoInstanceAuths } from '#shared/bundles/instance-auth-repository.dynamo.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoSweeps } from '#shared/sweeping/sweep-repository.dynamo.ts';
import { sweeperEnvironment } from './env.ts';

const environment = sweeperEnvironment.parse(process.env);

const table = controlPlaneTable(documentClient(), environment.TABLE_NAME);

export const deps = {
  log: logger('sweeper'),
  clock: systemClock,
  sweeps: dynamoSweeps(table),
  instanceAuths: dynamoInstanceAuths(table),
};
