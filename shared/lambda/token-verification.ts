import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isAccessToken } from './access-token.ts';
import { issuerKeys } from './issuer-keys.ts';

/** Algorithms of the JWT authorizer of an HTTP API, so that every endpoint accepts the same tokens. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512'];

/**
 * Verifies tokens by the keys of their issuer: signature, issuer, times, and that it is an access token. Throws Unauthorized for an invalid token,
 * IdentityProviderUnavailable if the keys cannot be read.
 */
export function tokenVerification(issuer: string, clock: Clock): (token: string) => Promise<JWTPayload> {
  const keys = issuerKeys(issuer, clock);
  const options = () => ({ issuer, algorithms: signatureAlgorithms, requiredClaims: ['exp'], currentDate: clock() });
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options());
      if (!isAccessToken(protectedHeader, payload)) throw new AppError('Unauthorized', 'the bearer token is not an access token');
      return payload;
    } catch (error) {
      throw error instanceof errors.JOSEError ? new AppError('Unauthorized', 'the bearer token is not valid', { cause: error }) : error;
    }
  };
}
