import * as z from 'zod';
import { environment, retrySchedule } from '#shared/core/environment.ts';

export const webhookDispatcherEnvironment = z.object({
  ...environment.table,
  ...environment.sealing,
  ...environment.callsToOthers,
  ...environment.certificateSecuredApi,
  DELIVERY_QUEUE_URL: z.url(),
  /** The schedule of the Standard Webhooks specification: 10 attempts in 75 h 35 min. */
  RETRY_SCHEDULE_SECONDS: retrySchedule('5,300,1800,7200,18000,36000,50400,72000,86400'),
});
