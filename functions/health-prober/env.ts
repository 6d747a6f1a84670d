import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const healthProberEnvironment = z.object({
  ...environment.table,
  ...environment.callsToOthers,
  /** From one probe of an Application to the next. */
  HEALTH_CHECK_SECONDS: z.coerce.number().int().positive().default(300),
  /** Maximum number of concurrent probes. */
  HEALTH_CHECK_CONCURRENCY: z.coerce.number().int().positive().default(50),
});
