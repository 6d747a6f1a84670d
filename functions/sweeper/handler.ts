import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sweepRemains } from '#shared/sweeping/sweep-remains.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => sweepRemains(deps));
