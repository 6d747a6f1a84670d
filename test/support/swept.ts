import { systemClock } from '#shared/core/clock.ts';
import { sweepLeftovers } from '#shared/sweeping/sweep-leftovers.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import type { Dynamo } from './engines.ts';

/** One run of the sweeper, now. */
export const sweepNow = ({ table }: Pick<Dynamo, 'table'>): Promise<{ sweeps: number; items: number }> =>
  sweepLeftovers({ sweeps: dynamoSweeps(table), instanceAuths: dynamoInstanceAuths(table), clock: systemClock });
