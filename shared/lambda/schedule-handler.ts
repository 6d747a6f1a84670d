import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { ScheduledEvent } from 'aws-lambda';
import { runDone } from './run-done.ts';

/** The edge of a function that runs on a schedule: one log line per run. A failed run is not repeated before the next one. */
export const scheduleHandler = (log: Logger, run: () => Promise<object>) =>
  middy<ScheduledEvent, void>().handler(async () => {
    try {
      log.info(runDone, { ...(await run()) });
    } catch (error) {
      log.error('scheduled run failed', { error: error as Error });
      throw error;
    }
  });
