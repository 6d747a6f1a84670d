import type { JWTPayload } from 'jose';
import type { Clock } from '../core/clock.ts';
import { onceResolved } from '../core/once.ts';
import { type ApiEvent, headerOf } from './api-event.ts';

const scheme = 'bearer ';

/** The bearer token of the `Authorization` header (RFC 6750, 2.1), not verified. Undefined when there is none. */
function bearerTokenOf(event: ApiEvent): string | undefined {
  const header = headerOf(event, 'authorization') ?? '';
  return header.slice(0, scheme.length).toLowerCase() === scheme ? header.slice(scheme.length).trim() : undefined;
}

/**
 * Verifies the bearer token of a request and returns its payload; undefined if there is no bearer token. Throws Unauthorized for an invalid token,
 * IdentityProviderUnavailable if the keys of the issuer cannot be read. Clients with certificates have no token: the library is loaded with the
 * first one.
 */
export function bearerVerification(issuer: string, clock: Clock) {
  const verification = onceResolved(async () => (await import('./token-verification.ts')).tokenVerification(issuer, clock));
  return async (event: ApiEvent): Promise<JWTPayload | undefined> => {
    const token = bearerTokenOf(event);
    return token === undefined ? undefined : (await verification())(token);
  };
}
