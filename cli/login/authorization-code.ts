import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as oauth from 'oauth4webapi';
import { CliError, errorCode } from '../cli-error.ts';
import type { Tokens } from '../profiles/profile.ts';
import { type KnownIssuer, refusedByIssuer, tokensFrom } from './issuer.ts';

export interface CodeLogin {
  readonly scope: string;
  /** Port of the redirect URL, http://localhost:<port>/callback, which the client must be allowed at the issuer. */
  readonly port: number;
  /** Shows the address of the page where the user signs in. */
  readonly show: (page: URL) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

const loginTimeoutMs = 5 * 60_000;

/** Lets the user sign in with the browser: the authorization code grant (RFC 6749) with the proof key of RFC 7636. */
export async function loginByCode(issuer: KnownIssuer, { scope, port, show, signal, now }: CodeLogin): Promise<Tokens> {
  const { server, client, options } = issuer;
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
  const callback = await callbackServer(port, state, AbortSignal.any([signal, AbortSignal.timeout(loginTimeoutMs)]));
  try {
    show(await authorizationPage(issuer, { scope, state, verifier, redirectUri: callback.url }));
    const parameters = oauth.validateAuthResponse(server, client, await callback.answer, state);
    const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, callback.url, verifier, options);
    return tokensFrom(await oauth.processAuthorizationCodeResponse(server, client, answer), now());
  } catch (error) {
    throw refusedByIssuer(error);
  } finally {
    callback.close();
  }
}

interface CodeRequest {
  readonly scope: string;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

async function authorizationPage({ server, client }: KnownIssuer, request: CodeRequest): Promise<URL> {
  if (server.authorization_endpoint === undefined)
    throw new CliError('usage', `The issuer ${server.issuer} has no page where users sign in.`, {
      advice: 'Use a device: compass login --device.',
    });
  const page = new URL(server.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: request.redirectUri,
    scope: request.scope,
    state: request.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(request.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) page.searchParams.set(name, value);
  return page;
}

interface Callback {
  readonly url: string;
  /** The address that the issuer sent the browser to. */
  readonly answer: Promise<URL>;
  close(): void;
}

/** Waits on this machine for the browser to come back from the issuer; requests with another state are not answered. */
async function callbackServer(port: number, state: string, signal: AbortSignal): Promise<Callback> {
  const server = createServer();
  const answer = new Promise<URL>((resolve, reject) => {
    server.on('request', (request, response) => {
      const url = callbackIn(request, state);
      if (url) resolve(url);
      farewell(response, url);
    });
    signal.addEventListener('abort', () => reject(new CliError('sign-in', 'No user signed in within five minutes.')), { once: true });
  });
  // The login may fail before the answer is waited for.
  answer.catch(() => undefined);
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}/callback`,
    answer,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function callbackIn({ url = '/' }: IncomingMessage, state: string): URL | undefined {
  const address = new URL(url, 'http://localhost');
  return address.pathname === '/callback' && address.searchParams.get('state') === state ? address : undefined;
}

function farewell(response: ServerResponse, url: URL | undefined): void {
  if (!url) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': 'text/plain', connection: 'close' })
    .end('You can close this page and go back to the terminal.\n');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const inUse = errorCode(cause) === 'EADDRINUSE';
      const words = inUse ? `Port ${port} is in use by another program (another login?).` : `Port ${port} cannot be used: ${cause.message}`;
      reject(new CliError('usage', words, { advice: 'Stop that program, or give a --port that the issuer allows the client.', cause }));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
