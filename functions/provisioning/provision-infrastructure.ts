import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { provisionInfrastructure } from '#shared/provisioning/tasks/infrastructure.ts';
import { deps } from './deps/drivers.ts';

export const handler = taskHandler(logger('provision-infrastructure'), taskSubject, (input) => provisionInfrastructure(input, deps));
