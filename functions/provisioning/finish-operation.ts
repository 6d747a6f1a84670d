import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { finishOperation } from '#shared/provisioning/tasks/end-operation.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('finish-operation'), taskSubject, (input) => finishOperation(input, deps));
