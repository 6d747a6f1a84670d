import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { sendGraphql } from '#application-client';
import { Refusal } from '#local/refusal.ts';
import type { SmokeUrls } from './urls.ts';

/** Sends an operation that names its answer `result`. */
type Ask = <T>(query: string, result: z.ZodType<T>, variables?: Record<string, unknown>) => Promise<T>;

/** The user or OAuth client who makes the smoke test. */
export interface Caller {
  readonly who: string;
  readonly director: Ask;
  readonly provisioner: Ask;
}

export interface CallerOptions {
  readonly tenant: string;
  readonly tokenFile?: string;
}

const grant = z.object({ access_token: z.string() });
const timeoutMs = 30_000;

/** Gets a token of an OAuth client from the deployment's own token endpoint. */
export async function clientToken(tokenUrl: string, clientId: string, clientSecret: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`${new URL(tokenUrl).pathname} answered ${answer.status}: ${await answer.text()}`);
  return grant.parse(await answer.json()).access_token;
}

/** A client of COMPASS_CLIENT_ID and COMPASS_CLIENT_SECRET, else the user of the token file or of TOKEN. */
export async function callerOf({ tenant, tokenFile }: CallerOptions, urls: SmokeUrls): Promise<Caller> {
  const { COMPASS_CLIENT_ID: id, COMPASS_CLIENT_SECRET: secret, TOKEN } = process.env;
  if (id && secret) {
    if (!urls.oauth) throw new Refusal('The issuer of this stage is external: there are no OAuth clients.');
    const token = await clientToken(urls.oauth.token, id, secret);
    return callerAt(`OAuth client ${id}`, { authorization: `Bearer ${token}`, tenant }, urls.oauth);
  }
  const token = tokenFile === undefined ? TOKEN : await readFile(tokenFile, 'utf8');
  if (!token) throw new Refusal('There is no token: npm run aws -- login, then --token-file or the variable TOKEN.');
  return callerAt(`administrator of ${tenant}`, { authorization: `Bearer ${token.trim()}`, tenant }, urls);
}

export function callerAt(
  who: string,
  headers: Record<string, string>,
  { director, provisioner }: Pick<SmokeUrls, 'director' | 'provisioner'>,
): Caller {
  const at =
    (url: string): Ask =>
    async (query, result, variables = {}) =>
      (await sendGraphql({ url, query, variables, headers, schema: z.object({ result }) }, {})).result;
  return { who, director: at(director), provisioner: at(provisioner) };
}
