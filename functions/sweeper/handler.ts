import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sweepLeftovers } from '#shared/sweeping/sweep-leftovers.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => sweepLeftovers(deps));
