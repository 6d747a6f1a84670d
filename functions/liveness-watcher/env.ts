import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const livenessWatcherEnvironment = z.object({
  ...environment.table,
  ...environment.polling,
  /** How many Runtimes are looked at at once. */
  LIVENESS_CONCURRENCY: z.coerce.number().int().positive().default(25),
});
