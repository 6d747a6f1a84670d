import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import { jsonVariable } from '#shared/core/json-variable.ts';
import { runtimeDriverVariables } from '#shared/provisioning/drivers/driver-variables.ts';
import { stackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import type { StepModule } from './steps.ts';

/** The environment of the steps of each module. */
export const stepEnvironments = {
  registry: z.object({ ...environment.table }),
  drivers: z.object({
    ...environment.table,
    ...environment.agentConfiguration,
    ...runtimeDriverVariables,
    RUNTIME_STACKS: jsonVariable(stackSettings).optional(),
    /** URL of the host of Runtime Agents for the `process` driver; set on one machine only. */
    PROCESS_HOST_URL: z.url().optional(),
  }),
  tokens: z.object({ ...environment.table, ...environment.urls, ...environment.tokens, ...environment.agentConfiguration }),
  'clean-up': z.object({ ...environment.table, ...environment.agentConfiguration }),
} as const satisfies Record<StepModule, z.ZodObject>;
