import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { undoInfrastructure } from '#shared/provisioning/tasks/infrastructure.ts';
import { deps } from './deps/drivers.ts';

export const handler = taskHandler(logger('undo-infrastructure'), taskSubject, (input) => undoInfrastructure(input, deps));
