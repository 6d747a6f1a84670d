import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

/**
 * Seconds before each retry, separated by commas: 9 attempts in 7 h 43 min by default. The delivery queue must hand a message
 * over once more than there are entries.
 */
const retrySchedule = z
  .string()
  .regex(/^\d+(,\d+)*$/)
  .default('5,30,120,600,1800,3600,7200,14400')
  .transform((text) => text.split(',').map(Number));

export const webhookDispatcherEnvironment = z.object({
  ...environment.table,
  ...environment.sealing,
  ...environment.callsToOthers,
  DELIVERY_QUEUE_URL: z.url(),
  RETRY_SCHEDULE_SECONDS: retrySchedule,
});
