import { systemClock } from '#shared/core/clock.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { stepEnvironments } from '../env.ts';

const environment = stepEnvironments.registry.parse(process.env);

export const table = controlPlaneTable(documentClient(), environment.TABLE_NAME);

/** Dependencies of every step. */
export const deps = { clock: systemClock, operations: dynamoOperations(table) };
