import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { findSilentRuntimes } from '#shared/liveness/find-silent-runtimes.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => findSilentRuntimes(deps));
