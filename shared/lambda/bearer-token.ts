import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isAccessToken } from './access-token.ts';
import { type ApiEvent, headerOf } from './api-event.ts';
import { issuerKeys } from './issuer-keys.ts';

/** Algorithms of the JWT authorizer of an HTTP API, so that every endpoint accepts the same tokens. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512'];

const scheme = 'bearer ';

/** The bearer token of the `Authorization` header (RFC 6750, 2.1), not verified. Undefined when there is none. */
function bearerTokenOf(event: ApiEvent): string | undefined {
  const header = headerOf(event, 'authorization') ?? '';
  return header.slice(0, scheme.length).toLowerCase() === scheme ? header.slice(scheme.length).trim() : undefined;
}

/**
 * Verifies the bearer token of a request by the keys of its issuer: signature, issuer, times, and that it is an access token. Returns its payload;
 * undefined if there is no bearer token. Throws Unauthorized for an invalid token, IdentityProviderUnavailable if the keys cannot be read.
 */
export function bearerVerification(issuer: string, clock: Clock) {
  const keys = issuerKeys(issuer, clock);
  const options = () => ({ issuer, algorithms: signatureAlgorithms, requiredClaims: ['exp'], currentDate: clock() });
  return async (event: ApiEvent): Promise<JWTPayload | undefined> => {
    const token = bearerTokenOf(event);
    if (token === undefined) return undefined;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options());
      if (!isAccessToken(protectedHeader, payload)) throw new AppError('Unauthorized', 'the bearer token is not an access token');
      return payload;
    } catch (error) {
      throw error instanceof errors.JOSEError ? new AppError('Unauthorized', 'the bearer token is not valid', { cause: error }) : error;
    }
  };
}
