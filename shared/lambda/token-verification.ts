import { hash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, epochSeconds, minutes } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isAccessToken } from './access-token.ts';
import { issuerKeys } from './issuer-keys.ts';

/** Algorithms of the JWT authorizer of an HTTP API, so that every endpoint accepts the same tokens. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512'];

interface Verified {
  readonly payload: JWTPayload;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Maximum number of tokens that are remembered, by their hash. */
const maxRemembered = 1000;
/** Milliseconds after which the signature of a token is verified again. */
const remembered = minutes(1);

/**
 * Verifies tokens by the keys of their issuer: signature, issuer, times, and that it is an access token. The signature is a fifth of what a small
 * request costs, so that one that was good is remembered for a minute, or until the token expires. Throws Unauthorized for an invalid token,
 * IdentityProviderUnavailable if the keys cannot be read.
 */
export function tokenVerification(issuer: string, clock: Clock): (token: string) => Promise<JWTPayload> {
  const verify = verification(issuer, clock);
  const known = new LRUCache<string, Verified>({ max: maxRemembered });
  return async (token) => {
    const name = hash('sha256', token, 'base64');
    const before = known.get(name);
    if (before && isGood(before, clock())) return before.payload;
    const payload = await verify(token);
    known.set(name, { payload, at: clock().getTime() });
    return payload;
  };
}

const isGood = ({ payload: { exp = 0 }, at }: Verified, now: Date): boolean => {
  const age = now.getTime() - at;
  return age >= 0 && age < remembered && epochSeconds(now) < exp;
};

function verification(issuer: string, clock: Clock): (token: string) => Promise<JWTPayload> {
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
