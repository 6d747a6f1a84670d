import * as z from 'zod';
import { environment, retrySchedule } from '#shared/core/environment.ts';

export const webhookDispatcherEnvironment = z.object({
  ...environment.table,
  ...environment.sealing,
  ...environment.callsToOthers,
  DELIVERY_QUEUE_URL: z.url(),
  /** 9 attempts in 7 h 43 min. The delivery queue must hand a message over once more than there are entries. */
  RETRY_SCHEDULE_SECONDS: retrySchedule('5,30,120,600,1800,3600,7200,14400'),
});
