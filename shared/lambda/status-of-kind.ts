import type { ErrorKind } from '../core/error-catalogue.ts';
import type { AppError } from '../core/errors.ts';

/** The HTTP status of each kind of error, for answers that are no GraphQL. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  internal: 500,
  unavailable: 503,
};

/** The header `Retry-After` (RFC 9110, 10.2.3) of an error that ends by itself. */
export function retryAfterOf({ details: { retryAfterSeconds } }: AppError): Readonly<Record<string, string>> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}
