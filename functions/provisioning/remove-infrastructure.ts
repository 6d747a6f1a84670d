import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { removeInfrastructure } from '#shared/provisioning/tasks/infrastructure.ts';
import { deps } from './deps/drivers.ts';

export const handler = taskHandler(logger('remove-infrastructure'), taskSubject, (input) => removeInfrastructure(input, deps));
