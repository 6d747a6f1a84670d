import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import type { StepModule } from './steps.ts';

/** The environment of the steps of each module. */
export const stepEnvironments = {
  registry: z.object({ ...environment.table }),
  drivers: z.object({
    ...environment.table,
    ...environment.agentConfiguration,
    /** URL of the host of Runtime Agents for the `process` driver; set on one machine only. */
    PROCESS_HOST_URL: z.url().optional(),
  }),
  tokens: z.object({ ...environment.table, ...environment.urls, ...environment.tokens, ...environment.agentConfiguration }),
  'clean-up': z.object({ ...environment.table, ...environment.agentConfiguration }),
} as const satisfies Record<StepModule, z.ZodObject>;
