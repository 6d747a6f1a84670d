import * as z from 'zod';

export const consolePublisherEnvironment = z.object({
  CONSOLE_BUCKET: z.string().min(1),
  /** The content of `config.json`: where this deployment is. */
  CONSOLE_CONFIGURATION: z.string().min(1),
  /** The folder of the function's own code, which Lambda names. The files of the console are below it. */
  LAMBDA_TASK_ROOT: z.string().default('/var/task'),
});
