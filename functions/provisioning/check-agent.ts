import { checkSubject, taskHandler } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { checkAgent } from '#shared/provisioning/tasks/connect-agent.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('check-agent'), checkSubject, (input) => checkAgent(input, deps));
