import type { ErrorKind } from '../core/error-catalogue.ts';

/** The HTTP status of each kind of error, for answers that are no GraphQL. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  internal: 500,
  unavailable: 503,
};
