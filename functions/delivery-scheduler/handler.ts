import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sendDueDeliveries } from '#shared/webhooks/send-due-deliveries.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => sendDueDeliveries(deps));
