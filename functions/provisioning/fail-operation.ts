import { failureSubject, taskHandler } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { failOperation } from '#shared/provisioning/tasks/end-operation.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('fail-operation'), failureSubject, (input) => failOperation(input, deps));
