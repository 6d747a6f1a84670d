import { AppError } from '../core/errors.ts';
import type { Report } from '../core/masked-error.ts';
import type { ApiResult } from '../lambda/api-event.ts';
import { retryAfterOf, statusOfKind } from '../lambda/status-of-kind.ts';
import { presentError } from './error-presenter.ts';

/** An error as plain JSON over HTTP: the message, number and name that GraphQL callers get, with the status of its kind. */
export function plainRefusal(given: unknown, report: Report): ApiResult {
  const error = given instanceof Error ? given : new Error(String(given));
  const { message, extensions } = presentError(error, report);
  const statusCode = error instanceof AppError ? statusOfKind[error.kind] : 500;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(error instanceof AppError && retryAfterOf(error)),
  };
  return { statusCode, headers, body: JSON.stringify({ message, ...extensions }) };
}
