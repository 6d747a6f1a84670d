import pRetry from 'p-retry';
import { isConcurrentUpdate } from './errors.ts';

/** Repeats a read-decide-write if another write came between: 4 times within about half a second. */
export const retryOnConflict = <T>(run: () => Promise<T>): Promise<T> =>
  pRetry(run, {
    retries: 4,
    minTimeout: 20,
    randomize: true,
    shouldRetry: ({ error }) => isConcurrentUpdate(error),
  });
