import type { Logger } from '@aws-lambda-powertools/logger';
import type { ErrorCode } from '#shared/core/error-catalogue.ts';
import { AppError } from '#shared/core/errors.ts';
import { masked } from '#shared/core/masked-error.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';
import { retryAfterOf, statusOfKind } from '#shared/lambda/status-of-kind.ts';

/** Every event of the request is stored. */
export const stored = (): ApiResult => ({ statusCode: 204 });

export const jsonAnswer = (statusCode: number, body: object, further: Readonly<Record<string, string>> = {}): ApiResult => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...further },
  body: JSON.stringify(body),
});

const statusOfCode: Readonly<Partial<Record<ErrorCode, number>>> = { EventTooLarge: 413, UnsupportedEventFormat: 415 };

/** An error in the original's shape, with the code as its type. Errors that are not ours are masked, and logged under an id. */
export function refusal(given: unknown, log: Pick<Logger, 'error'>): ApiResult {
  const error = given instanceof AppError ? given : masked(given, (message, fields) => log.error(message, fields));
  if (error.kind === 'unavailable') log.error('events not stored', { code: error.code, error });
  const status = statusOfCode[error.code] ?? statusOfKind[error.kind];
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  const body = { status, type: error.code, message: error.message, ...detailsOf(error) };
  return jsonAnswer(status, body, { ...challenge, ...retryAfterOf(error) });
}

function detailsOf({ code, details }: AppError) {
  const listed = Object.entries(details).filter(([field]) => field !== 'retryAfterSeconds');
  return listed.length > 0 && { details: listed.map(([field, message]) => ({ field, type: code, message: String(message) })) };
}
