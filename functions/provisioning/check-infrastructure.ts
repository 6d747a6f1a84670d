import { checkSubject, taskHandler } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { checkInfrastructure } from '#shared/provisioning/tasks/infrastructure.ts';
import { deps } from './deps/drivers.ts';

export const handler = taskHandler(logger('check-infrastructure'), checkSubject, (input) => checkInfrastructure(input, deps));
