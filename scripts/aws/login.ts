import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import * as z from 'zod';
import { close, listen } from '#local/http-server.ts';
import { errorCodeOf, Refusal } from '#local/refusal.ts';

export interface LoginOptions {
  readonly endpoints: IssuerEndpoints;
  readonly clientId: string;
  /** Scopes to ask for, separated by blanks. */
  readonly scope?: string;
  /** Port of the redirect URL. Default: 8400 */
  readonly port?: number;
  /** Opens the page where the user signs in. */
  readonly open: (url: URL) => Promise<void>;
}

export interface IssuerEndpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/** Port of the only redirect URL of the pool's client. */
const registeredPort = 8400;
const loginTimeoutMs = 5 * 60_000;
const exchangeTimeoutMs = 10_000;
const tokens = z.object({ access_token: z.string(), expires_in: z.number() });
const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });

export type Login = z.infer<typeof tokens>;

/** Asks an issuer for its endpoints (OpenID Connect Discovery 1.0). */
export async function endpointsOf(issuer: string): Promise<IssuerEndpoints> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    return discovery.parse(await (await fetch(url, { signal: AbortSignal.timeout(exchangeTimeoutMs) })).json());
  } catch (error) {
    throw new Refusal(`${url} does not say where users sign in: ${error instanceof Error ? error.message : error}`);
  }
}

/** Lets a user sign in with the browser: the authorization code grant of RFC 6749 with the proof key of RFC 7636. Returns the access token. */
export async function login({ endpoints, clientId, scope = 'openid', port = registeredPort, open }: LoginOptions): Promise<Login> {
  const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')];
  const answered = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/callback' || query.get('state') !== state) return response.writeHead(404).end();
    const code = query.get('code');
    response
      .writeHead(200, { 'content-type': 'text/plain', connection: 'close' })
      .end('You can close this page and go back to the terminal.\n');
    if (code) answered.resolve(code);
    else answered.reject(new Refusal(`No user was signed in: ${query.get('error_description') ?? query.get('error')}.`));
  });
  const redirectUri = `http://localhost:${await listenOn(server, port)}/callback`;
  const request = { clientId, redirectUri, verifier };
  const timer = setTimeout(
    () => answered.reject(new Refusal('No user signed in within five minutes. Give the command again.')),
    loginTimeoutMs,
  );
  try {
    const [code] = await Promise.all([answered.promise, open(authorizeUrl(endpoints, { ...request, scope, state }))]);
    return await exchange(endpoints.token_endpoint, code, request);
  } finally {
    clearTimeout(timer);
    await close(server);
  }
}

async function listenOn(server: Server, port: number): Promise<number> {
  try {
    return await listen(server, port);
  } catch (error) {
    if (errorCodeOf(error) !== 'EADDRINUSE') throw error;
    throw new Refusal(`Port ${port} is in use, and the issuer sends users back to no other: stop the other program (another login?).`);
  }
}

interface CodeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

function authorizeUrl(endpoints: IssuerEndpoints, { scope, state, ...request }: CodeRequest & { scope: string; state: string }): URL {
  const url = new URL(endpoints.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return url;
}

async function exchange(tokenUrl: string, code: string, { clientId, redirectUri, verifier }: CodeRequest): Promise<Login> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  const answer = await fetch(tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(exchangeTimeoutMs) }).catch((error: Error) => {
    throw new Refusal(`${tokenUrl} does not answer: ${error.message}`);
  });
  if (!answer.ok) throw new Refusal(`The issuer gave no token: ${await answer.text()}`);
  return tokens.parse(await answer.json());
}
