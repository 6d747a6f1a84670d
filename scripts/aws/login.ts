import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod';
import { close, listen } from '#local/http-server.ts';
import { Refusal } from '#local/refusal.ts';

export interface LoginOptions {
  /** The sign-in page of the user pool, without a path. */
  readonly signInUrl: string;
  readonly clientId: string;
  /** Opens the page where the user signs in. */
  readonly open: (url: URL) => Promise<void>;
}

const port = 8400;
/** The only redirect URL of the pool's client. */
const callback = `http://localhost:${port}/callback`;
const loginTimeoutMs = 5 * 60_000;
const tokens = z.object({ access_token: z.string(), expires_in: z.number() });

export type Login = z.infer<typeof tokens>;

/** Lets a user sign in with the browser: the authorization code grant of RFC 6749 with the proof key of RFC 7636. Returns the access token. */
export async function login({ signInUrl, clientId, open }: LoginOptions): Promise<Login> {
  const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')];
  const answered = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', callback);
    if (pathname !== '/callback' || query.get('state') !== state) return response.writeHead(404).end();
    const code = query.get('code');
    response
      .writeHead(200, { 'content-type': 'text/plain', connection: 'close' })
      .end('You can close this page and go back to the terminal.\n');
    if (code) answered.resolve(code);
    else answered.reject(new Refusal(`Nobody was signed in: ${query.get('error_description') ?? query.get('error')}.`));
  });
  await listen(server, port);
  const timer = setTimeout(() => answered.reject(new Refusal('Nobody signed in within five minutes.')), loginTimeoutMs);
  try {
    const [code] = await Promise.all([answered.promise, open(authorizeUrl(signInUrl, clientId, { verifier, state }))]);
    return await exchange(signInUrl, clientId, { code, verifier });
  } finally {
    clearTimeout(timer);
    await close(server);
  }
}

function authorizeUrl(signInUrl: string, clientId: string, { verifier, state }: { verifier: string; state: string }): URL {
  const url = new URL('/oauth2/authorize', signInUrl);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return url;
}

async function exchange(signInUrl: string, clientId: string, { code, verifier }: { code: string; verifier: string }): Promise<Login> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    redirect_uri: callback,
    code_verifier: verifier,
  });
  const answer = await fetch(new URL('/oauth2/token', signInUrl), { method: 'POST', body });
  if (!answer.ok) throw new Refusal(`The user pool gave no token: ${await answer.text()}`);
  return tokens.parse(await answer.json());
}
