import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const livenessWatcherEnvironment = z.object({
  ...environment.table,
  ...environment.polling,
  /** Maximum number of Runtimes that are checked concurrently. */
  LIVENESS_CONCURRENCY: z.coerce.number().int().positive().default(25),
});
