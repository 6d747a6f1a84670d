import { watchAuthorities } from '#shared/certificates/watch-authorities.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => watchAuthorities(deps));
