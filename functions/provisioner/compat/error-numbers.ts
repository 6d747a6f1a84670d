import type { GraphQLErrorExtensions } from 'graphql';
import type { ErrorKind } from '#shared/core/error-catalogue.ts';
import type { AppError } from '#shared/core/errors.ts';

/** The numbers that clients of the original Provisioner know. */
const numbers: Record<ErrorKind, number> = {
  invalid: 400,
  'not-found': 400,
  conflict: 400,
  limited: 429,
  unauthenticated: 403,
  forbidden: 403,
  internal: 500,
  unavailable: 502,
};

/** Maps a domain error to `extensions`: unlike in the other APIs, `error_code` is an HTTP status. */
export const provisionerErrorExtensions = ({ kind, code }: AppError): GraphQLErrorExtensions => ({
  error_code: numbers[kind],
  error_reason: `err${code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  error_component: 'compass-provisioner',
  error: code,
});
