import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

/** Tasks that only read and write the table. */
export const provisioningTaskEnvironment = z.object({ ...environment.table });

/** The task that obtains the one-time token and hides it in the agent-configuration secret. */
export const tokenTaskEnvironment = z.object({
  ...environment.table,
  ...environment.urls,
  ...environment.tokens,
  ...environment.agentConfiguration,
});

/** Tasks that talk to a runtime driver. */
export const driverTaskEnvironment = z.object({
  ...environment.table,
  ...environment.agentConfiguration,
  /** Where the `process` driver reaches the host of Runtime Agents; set on one machine only. */
  PROCESS_HOST_URL: z.url().optional(),
});
