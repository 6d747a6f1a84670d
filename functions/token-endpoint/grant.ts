import * as z from 'zod';
import { scopesOfClients } from '#shared/authorization/scopes.ts';

/** Asks for a token with those scopes that are known here and that the client has. Answers `invalid_scope` if there is none. */
export async function grantOf(scopes: readonly string[], ask: Ask, resourceServer: string): Promise<TokenAnswer> {
  const known = scopesKnownAs(scopes, resourceServer);
  if (scopes.length > 0 && known.length === 0) return invalidScope;
  const answer = await ask(known);
  const isAsAsked = scopes.every((scope) => known.some((one) => one === scope || one === `${resourceServer}/${scope}`));
  if (answer.status === 200) return isAsAsked ? answer : withScope(answer, known, resourceServer);
  return errorOf(answer) === 'invalid_scope' && known.length > 0 ? grantOfHeld(known, ask, resourceServer) : answer;
}

/**
 * Cognito refuses a request as a whole for one scope that the client does not have. A token with all of its scopes says which it has; that token is
 * dropped, and the one handed out has no scope that was not asked for.
 */
async function grantOfHeld(known: readonly string[], ask: Ask, resourceServer: string): Promise<TokenAnswer> {
  const whole = await ask([]);
  if (whole.status !== 200) return whole;
  const held = await scopesOfToken(whole);
  const granted = known.filter((scope) => held.includes(scope));
  if (granted.length === 0) return invalidScope;
  const narrow = await ask(granted);
  return narrow.status === 200 ? withScope(narrow, granted, resourceServer) : narrow;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: string;
}

/** Asks the identity provider for a token with some scopes, by their full names; with all that the client has for none. */
type Ask = (scopes: readonly string[]) => Promise<TokenAnswer>;

const invalidScope: TokenAnswer = { status: 400, body: '{"error":"invalid_scope"}' };

export const scopeTokens = (text: string | null): string[] => (text ?? '').split(' ').filter((scope) => scope !== '');

/** Names of scopes in clients of the original that are written otherwise here. */
const otherNames: Readonly<Record<string, string>> = { 'fetch-request.auth:read': 'fetch_request.auth:read' };

/** The full names of those scopes that a client can have here, each once. */
function scopesKnownAs(scopes: readonly string[], resourceServer: string): string[] {
  const prefix = `${resourceServer}/`;
  const names = scopes
    .map((scope) => (scope.startsWith(prefix) ? scope.slice(prefix.length) : scope))
    .map((name) => (Object.hasOwn(otherNames, name) ? (otherNames[name] ?? name) : name));
  return [...new Set(names)].filter((name) => scopesOfClients.some((one) => one === name)).map((name) => prefix + name);
}

const tokenAnswer = z.looseObject({ access_token: z.string() });

/** The scopes in a token that the identity provider has just made, which needs no proof. */
async function scopesOfToken({ body }: TokenAnswer): Promise<string[]> {
  const { decodeJwt } = await import('jose');
  const { scope } = decodeJwt(tokenAnswer.parse(JSON.parse(body)).access_token);
  return typeof scope === 'string' ? scopeTokens(scope) : [];
}

function withScope({ status, body }: TokenAnswer, granted: readonly string[], resourceServer: string): TokenAnswer {
  const scope = granted.map((name) => name.slice(resourceServer.length + 1)).join(' ');
  return { status, body: JSON.stringify({ ...tokenAnswer.parse(JSON.parse(body)), scope }) };
}

function errorOf({ body }: TokenAnswer): unknown {
  try {
    return z.looseObject({ error: z.unknown() }).parse(JSON.parse(body)).error;
  } catch {
    return undefined;
  }
}
