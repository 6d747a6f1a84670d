import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { minutes, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token endpoint. */
  readonly url: string;
}

/** Tokens of the OAuth 2.0 client credentials grant. */
export interface AccessTokens {
  /** A token that is valid for a while yet; throws TargetRefused or TargetUnreachable. */
  get(client: OAuthClient): Promise<string>;
  /** Makes the next `get` fetch a new one. */
  forget(client: OAuthClient): void;
}

const answerSchema = z.object({
  access_token: z
    .string()
    .min(1)
    .max(8192)
    .regex(/^[\x21-\x7e]{1,8192}$/),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  expires_in: z.coerce.number().positive().optional(),
});

const timeout = seconds(10);

/** Tokens are renewed this long before they expire, and kept no longer than this. */
const margin = seconds(30);
const assumedLifetime = minutes(5);
const longestLifetime = minutes(60);

export function clientCredentials(http: GuardedHttp): AccessTokens {
  const tokens = new LRUCache<string, string>({ max: 1000 });
  return {
    get: async (client) => {
      const key = keyOf(client);
      const cached = tokens.get(key);
      if (cached) return cached;
      const { access_token: token, expires_in: lifetime } = await fetchToken(http, client);
      const ttl = Math.min((lifetime ? seconds(lifetime) : assumedLifetime) - margin, longestLifetime);
      if (ttl > 0) tokens.set(key, token, { ttl });
      return token;
    },
    forget: (client) => {
      tokens.delete(keyOf(client));
    },
  };
}

/** Two clients share a token only where everything is equal, the secret included. */
const keyOf = ({ clientId, clientSecret, url }: OAuthClient): string =>
  createHash('sha256')
    .update(JSON.stringify([url, clientId, clientSecret]))
    .digest('hex');

async function fetchToken(http: GuardedHttp, { clientId, clientSecret, url }: OAuthClient): Promise<z.infer<typeof answerSchema>> {
  const { status, body } = await http({
    method: 'POST',
    url,
    headers: {
      authorization: basicAuthorization(encodeURIComponent(clientId), encodeURIComponent(clientSecret)),
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: 'grant_type=client_credentials',
    timeout,
  });
  if (status !== 200) throw new AppError('TargetUnreachable', `the token endpoint answered ${status}`);
  const answer = answerSchema.safeParse(jsonOf(body.toString()));
  if (!answer.success) throw new AppError('TargetUnreachable', 'the token endpoint answered without a bearer token');
  return answer.data;
}

export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
