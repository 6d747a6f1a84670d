import { systemClock } from '#shared/core/clock.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { provisioningTaskEnvironment } from '../env.ts';
import { directorRegistry } from '../registry.ts';

const environment = provisioningTaskEnvironment.parse(process.env);
const clock = systemClock;

export const table = controlPlaneTable(documentClient(), environment.TABLE_NAME);

/** Dependencies of every task. */
export const deps = { clock, operations: dynamoOperations(table), registry: directorRegistry(table, clock) };
