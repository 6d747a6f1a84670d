import { taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { fetchRuntimeConfiguration } from '#shared/provisioning/tasks/fetch-configuration.ts';
import { deps } from './deps/table.ts';

export const handler = taskHandler(logger('fetch-configuration'), taskSubject, (input) => fetchRuntimeConfiguration(input, deps));
