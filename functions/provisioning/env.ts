import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import type { TaskName } from '#shared/provisioning/workflow-tasks.ts';

/** Tasks that only read and write the table. */
export const provisioningTaskEnvironment = z.object({ ...environment.table });

/** The task that obtains the one-time token and hides it in the agent-configuration secret. */
export const tokenTaskEnvironment = z.object({
  ...environment.table,
  ...environment.urls,
  ...environment.tokens,
  ...environment.agentConfiguration,
});

/** The task that spends the token and deletes the agent-configuration secret. */
export const tokenCleanupEnvironment = z.object({ ...environment.table, ...environment.agentConfiguration });

/** Tasks that talk to a runtime driver. */
export const driverTaskEnvironment = z.object({
  ...environment.table,
  ...environment.agentConfiguration,
  /** URL of the host of Runtime Agents for the `process` driver; set on one machine only. */
  PROCESS_HOST_URL: z.url().optional(),
});

/** The environment of each task. */
export const taskEnvironments = {
  'register-runtime': provisioningTaskEnvironment,
  'fetch-configuration': provisioningTaskEnvironment,
  'obtain-token': tokenTaskEnvironment,
  'provision-infrastructure': driverTaskEnvironment,
  'check-infrastructure': driverTaskEnvironment,
  'inject-configuration': driverTaskEnvironment,
  'check-agent': provisioningTaskEnvironment,
  'finish-operation': provisioningTaskEnvironment,
  'undo-infrastructure': driverTaskEnvironment,
  'spend-token': tokenCleanupEnvironment,
  'fail-operation': provisioningTaskEnvironment,
  'remove-infrastructure': driverTaskEnvironment,
  'check-removal': driverTaskEnvironment,
  'unregister-runtime': provisioningTaskEnvironment,
} as const satisfies Record<TaskName, z.ZodObject>;
