import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { unregisterProvisionedRuntime } from '#shared/provisioning/tasks/unregister-runtime.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('unregister-runtime'), taskSubject, (input) => unregisterProvisionedRuntime(input, deps));
