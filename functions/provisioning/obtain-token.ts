import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { obtainToken } from '#shared/provisioning/tasks/obtain-token.ts';
import { deps } from './deps/tokens.ts';

export const handler = taskHandler(logger('obtain-token'), taskSubject, (input) => obtainToken(input, deps));
