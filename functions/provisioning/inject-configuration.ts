import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { injectConfiguration } from '#shared/provisioning/tasks/connect-agent.ts';
import { deps } from './deps/drivers.ts';

export const handler = taskHandler(logger('inject-configuration'), taskSubject, (input) => injectConfiguration(input, deps));
