import type { Logger } from '@aws-lambda-powertools/logger';
import { textWithin } from '#shared/http/text-within.ts';
import { type ApiEvent, type ApiResult, bodyOf, headerOf } from '#shared/lambda/api-event.ts';
import { grantOf, scopeTokens, type TokenAnswer } from './grant.ts';

interface Deps {
  readonly log: Pick<Logger, 'error'>;
  readonly tokenUrl: string;
  readonly resourceServer: string;
  /** Milliseconds to wait for the identity provider. Default: 5 seconds. */
  readonly timeoutMs?: number;
}

const maxBodyBytes = 8 * 1024;
const maxAnswerBytes = 64 * 1024;
const defaultTimeoutMs = 5000;

/**
 * Answers the client credentials grant of OAuth 2.0 (RFC 6749, 4.4) by asking the identity provider. Existing clients name scopes as
 * `runtime:read`, which Cognito knows as `compass/runtime:read` only, and among them some that are unknown here or that the client does not
 * have: those are left out (3.3), and the answer says which scopes the token has (5.1). Nothing is kept.
 */
export async function exchange(event: ApiEvent, deps: Deps): Promise<ApiResult> {
  const body = bodyOf(event);
  if (!/^application\/x-www-form-urlencoded\b/i.test(headerOf(event, 'content-type') ?? '')) return refusal('invalid_request');
  if (Buffer.byteLength(body) > maxBodyBytes) return refusal('invalid_request');
  const asked = new URLSearchParams(body);
  if (asked.get('grant_type') !== 'client_credentials') return refusal('unsupported_grant_type');
  const authorization = headerOf(event, 'authorization');
  if (authorization !== undefined && (authorization === '' || /[^\x20-\x7e]/.test(authorization))) return refusal('invalid_client', 401);
  const scopes = scopeTokens(asked.get('scope'));
  try {
    const answer = await grantOf(scopes, (some) => ask(asked, some, authorization, deps), deps.resourceServer);
    return { statusCode: answer.status, headers: { ...headers, ...challenge(answer.status) }, body: answer.body };
  } catch (error) {
    deps.log.error('token exchange failed', { error: error as Error });
    return refusal('temporarily_unavailable', 503);
  }
}

async function ask(
  asked: URLSearchParams,
  scopes: readonly string[],
  authorization: string | undefined,
  { tokenUrl, timeoutMs = defaultTimeoutMs }: Deps,
): Promise<TokenAnswer> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json', ...(authorization && { authorization }) },
    body: formOf(asked, scopes),
  });
  if (answer.status >= 500) throw new Error(`the token endpoint of the identity provider answered ${answer.status}`);
  return { status: answer.status, body: await textWithin(answer, maxAnswerBytes) };
}

function formOf(asked: URLSearchParams, scopes: readonly string[]): URLSearchParams {
  const passed = new URLSearchParams();
  for (const name of ['grant_type', 'client_id', 'client_secret']) {
    const value = asked.get(name);
    if (value !== null) passed.set(name, value);
  }
  if (scopes.length > 0) passed.set('scope', scopes.join(' '));
  return passed;
}

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

const challenge = (status: number): Record<string, string> => (status === 401 ? { 'www-authenticate': 'Basic realm="compass"' } : {});

const refusal = (error: string, statusCode = 400): ApiResult => ({
  statusCode,
  headers: { ...headers, ...challenge(statusCode) },
  body: JSON.stringify({ error }),
});
