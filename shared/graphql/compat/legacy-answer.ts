import type { ErrorKind } from '../../core/error-catalogue.ts';
import { AppError } from '../../core/errors.ts';
import type { Report } from '../../core/masked-error.ts';
import type { ApiResult } from '../../lambda/api-event.ts';
import { retryAfterOf, statusOfKind } from '../../lambda/status-of-kind.ts';
import { presentError } from '../error-presenter.ts';

/** An answer to a client of the original's Connectivity Adapter. */
export const answerOf = (statusCode: number, body?: object): ApiResult => ({
  statusCode,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
  ...(body && { body: JSON.stringify(body) }),
});

/** HTTP statuses of errors, as these clients expect them. */
const statuses: Readonly<Record<ErrorKind, number>> = { ...statusOfKind, unauthenticated: 403, forbidden: 401 };

/** An error as these clients read it. An unauthenticated caller gets no further detail. */
export function refusal(given: unknown, report: Report): ApiResult {
  const error = given instanceof Error ? given : new Error(String(given));
  const { message } = presentError(error, report);
  const kind = error instanceof AppError ? error.kind : 'internal';
  const code = statuses[kind];
  const answer = answerOf(code, { code, error: kind === 'unauthenticated' ? 'invalid token or certificate' : message });
  return error instanceof AppError ? { ...answer, headers: { ...answer.headers, ...retryAfterOf(error) } } : answer;
}
