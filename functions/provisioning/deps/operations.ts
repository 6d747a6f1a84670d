import { systemClock } from '#shared/core/clock.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { stepEnvironments } from '../env.ts';

const environment = stepEnvironments.registry.parse(process.env);

export const table = tableOf(environment);

/** Dependencies of every step. */
export const deps = { clock: systemClock, operations: dynamoOperations(table) };
