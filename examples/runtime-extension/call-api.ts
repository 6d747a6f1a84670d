import * as z from 'zod';
import type { Api, Auth } from './application.ts';

const timeoutMs = 5000;
const tokenSchema = z.object({ access_token: z.string() });

/** Reads `path` below the API's target URL with the API's credentials, and returns the JSON. Errors name the address, and no credential. */
export async function readFrom({ targetUrl, auth }: Api, path: string): Promise<unknown> {
  const url = new URL(targetUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  for (const [name, value] of pairsOf(auth?.additionalQueryParams)) url.searchParams.append(name, value);
  const headers = new Headers(pairsOf(auth?.additionalHeaders));
  const authorization = await authorizationBy(auth?.credential);
  if (authorization !== undefined) headers.set('authorization', authorization);
  headers.set('accept', 'application/json');
  return answerOf(url, { headers });
}

async function authorizationBy(credential: Auth['credential']): Promise<string | undefined> {
  if (!credential) return undefined;
  if (credential === 'unsupported') throw new Error('the credential is neither basic nor one of an OAuth client with a secret');
  return 'username' in credential ? basic(credential.username, credential.password) : `Bearer ${await accessToken(credential)}`;
}

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly url: string;
}

/** Asks for a token by the client credentials grant. The client authenticates as RFC 6749, section 2.3.1, says. */
async function accessToken({ clientId, clientSecret, url }: Client): Promise<string> {
  const headers = { authorization: basic(formEncoded(clientId), formEncoded(clientSecret)) };
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  return tokenSchema.parse(await answerOf(new URL(url), { method: 'POST', headers, body })).access_token;
}

/** Follows no redirection, because the credentials are for this address. */
async function answerOf(url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`${url.origin}${url.pathname} answered ${response.status}`);
  return response.json();
}

const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const formEncoded = (text: string): string => new URLSearchParams({ text }).toString().slice('text='.length);

const pairsOf = (values: Auth['additionalHeaders']): [string, string][] =>
  Object.entries(values ?? {}).flatMap(([name, all]) => all.map((value): [string, string] => [name, value]));
