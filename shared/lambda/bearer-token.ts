import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { type ApiEvent, headerOf } from './api-event.ts';
import { issuerKeys } from './issuer-keys.ts';

/**
 * Verifies the bearer token of a request by the keys of its issuer: signature, issuer and times. Undefined when there is none.
 * Throws Unauthorized for a token that is not valid, IdentityProviderUnavailable when that cannot be told.
 */
export function bearerVerification(issuer: string, clock: Clock) {
  const keys = issuerKeys(issuer);
  return async (event: ApiEvent): Promise<JWTPayload | undefined> => {
    const token = /^Bearer (.+)$/i.exec(headerOf(event, 'authorization') ?? '')?.[1];
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256', 'ES256'], currentDate: clock() });
      return payload;
    } catch (error) {
      throw error instanceof errors.JOSEError ? new AppError('Unauthorized', 'the bearer token is not valid', { cause: error }) : error;
    }
  };
}
