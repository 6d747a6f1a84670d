import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { spendToken } from '#shared/provisioning/tasks/spend-token.ts';
import { deps } from './deps/token-cleanup.ts';

export const handler = taskHandler(logger('spend-token'), taskSubject, (input) => spendToken(input, deps));
