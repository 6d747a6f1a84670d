import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { minutes, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { acceptedCodings } from '../http/content-coding.ts';
import { followRedirects } from '../http/follow-redirects.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { type TokenAnswer, tokenAnswer } from './token-answer.ts';

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token endpoint. */
  readonly url: string;
}

/** Tokens of the OAuth 2.0 client credentials grant. */
export interface AccessTokens {
  /** Returns a token that is still valid for a while. Throws TargetRefused or TargetUnreachable. */
  get(client: OAuthClient): Promise<string>;
  /** Makes the next `get` fetch a new one. */
  forget(client: OAuthClient): void;
}

/** For both ways of sending the secret, and redirects. */
const timeoutMs = seconds(10);

/** Tokens are renewed this long before they expire, and kept no longer than this. */
const expiryMarginMs = seconds(30);
const assumedLifetime = minutes(5);
const maxLifetimeMs = minutes(60);

/** Largest answer of a token endpoint, in bytes. */
const maxAnswerBytes = 64 * 1024;

export function clientCredentials(http: GuardedHttp): AccessTokens {
  const tokens = new LRUCache<string, string>({ max: 1000 });
  const locations = new LRUCache<string, SecretLocation>({ max: 1000 });
  return {
    get: async (client) => {
      const key = keyOf(client);
      const cached = tokens.get(key);
      if (cached) return cached;
      const { accessToken, lifetime } = await tokenFor(client, key, locations, http);
      const ttl = Math.min((lifetime === undefined ? assumedLifetime : seconds(lifetime)) - expiryMarginMs, maxLifetimeMs);
      if (ttl > 0) tokens.set(key, accessToken, { ttl: Math.ceil(ttl) });
      return accessToken;
    },
    forget: (client) => {
      tokens.delete(keyOf(client));
    },
  };
}

/** The two ways in which a client sends its secret (RFC 6749, 2.3.1). */
type SecretLocation = 'header' | 'body';

/**
 * Sends the secret in the way that the endpoint accepted before; otherwise in the header, then in the body. Some endpoints accept only one of them,
 * and refuse the other with any status or by closing the connection.
 */
async function tokenFor(
  client: OAuthClient,
  key: string,
  locations: LRUCache<string, SecretLocation>,
  http: GuardedHttp,
): Promise<TokenAnswer> {
  const known = locations.get(key);
  const end = Date.now() + timeoutMs;
  let reason = '';
  for (const location of known ? [known] : bothLocations) {
    const left = end - Date.now();
    if (left < leastTime) break;
    const answer = await askedFor(client, { location, timeoutMs: left }, http);
    if (answer.result === 'token') {
      locations.set(key, location);
      return answer;
    }
    ({ reason } = answer);
  }
  locations.delete(key);
  throw new AppError('TargetUnreachable', reason);
}

const bothLocations: readonly SecretLocation[] = ['header', 'body'];

/** Milliseconds that must be left of the time for a second request. */
const leastTime = seconds(1);

/** Key of a cached token. Two clients share a token only if everything is equal, including the secret. */
const keyOf = ({ clientId, clientSecret, url }: OAuthClient): string =>
  createHash('sha256')
    .update(JSON.stringify([url, clientId, clientSecret]))
    .digest('hex');

interface Asking {
  readonly location: SecretLocation;
  readonly timeoutMs: number;
}

async function askedFor({ clientId, clientSecret, url }: OAuthClient, { location, timeoutMs: left }: Asking, http: GuardedHttp) {
  const grant = { grant_type: 'client_credentials' };
  const inBody = new URLSearchParams(location === 'body' ? { ...grant, client_id: clientId, client_secret: clientSecret } : grant);
  const inHeader = { authorization: basicAuthorization(encodeURIComponent(clientId), encodeURIComponent(clientSecret)) };
  const request = {
    method: 'POST',
    url,
    headers: {
      ...(location === 'header' && inHeader),
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(inBody.toString())),
      accept: 'application/json, */*;q=0.1',
      'accept-encoding': acceptedCodings,
      'user-agent': 'Compass-Tokens/1',
    },
    body: inBody.toString(),
    timeout: left,
    maxBytes: maxAnswerBytes,
  } as const;
  try {
    return tokenAnswer(await followRedirects({ request }, http));
  } catch (error) {
    if (error instanceof AppError && error.code === 'TargetUnreachable') return { result: 'refused', reason: error.message } as const;
    throw error;
  }
}

export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
