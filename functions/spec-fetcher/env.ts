import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

/** Seconds before each retry, separated by commas: 4 attempts in 2 min 35 s by default. */
const retrySchedule = z
  .string()
  .regex(/^\d+(,\d+)*$/)
  .default('5,30,120')
  .transform((text) => text.split(',').map(Number));

export const specFetcherEnvironment = z.object({
  ...environment.table,
  ...environment.specifications,
  ...environment.sealing,
  ...environment.callsToOthers,
  FETCH_QUEUE_URL: z.url(),
  FETCH_RETRY_SECONDS: retrySchedule,
});
