import * as z from 'zod';
import { environment, retrySchedule } from '#shared/core/environment.ts';

export const specFetcherEnvironment = z.object({
  ...environment.table,
  ...environment.specifications,
  ...environment.sealing,
  ...environment.callsToOthers,
  FETCH_QUEUE_URL: z.url(),
  /** 4 attempts in 2 min 35 s. The queue's maximum of receptions must be higher than the number of attempts. */
  FETCH_RETRY_SECONDS: retrySchedule('5,30,120'),
});
