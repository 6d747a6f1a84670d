import { randomUUID } from 'node:crypto';
import { AppError } from './errors.ts';

export type Report = (message: string, fields: { errorId: string; error: Error }) => void;

/** Reports an error that callers must not see, and returns the one that they get instead. Both have the same id. */
export function masked(error: unknown, report: Report): AppError {
  const errorId = randomUUID();
  report('request failed', { errorId, error: error instanceof Error ? error : new Error(String(error)) });
  return new AppError('InternalError', 'Internal Server Error', { details: { errorID: errorId } });
}
