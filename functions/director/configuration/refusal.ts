import { type ErrorKind, errorCatalogue } from '#shared/core/error-catalogue.ts';
import { AppError } from '#shared/core/errors.ts';
import { presentError, type Report } from '#shared/graphql/error-presenter.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';

const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  internal: 500,
  unavailable: 503,
};

/** An error as plain JSON over HTTP: the message, number and name that GraphQL callers get, with the status of its kind. */
export function refusal(given: unknown, report: Report): ApiResult {
  const error = given instanceof Error ? given : new Error(String(given));
  const { message, extensions } = presentError(error, report);
  const statusCode = error instanceof AppError ? statusOf[errorCatalogue[error.code].kind] : 500;
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode, headers, body: JSON.stringify({ message, ...extensions }) };
}
