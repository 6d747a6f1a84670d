import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { registerProvisionedRuntime } from '#shared/provisioning/tasks/register-runtime.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('register-runtime'), taskSubject, (input) => registerProvisionedRuntime(input, deps));
