import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator, type Data, type Headers, ok, post, type WireAnswer } from './clients.ts';

export type ClientKind = 'Application' | 'Runtime' | 'IntegrationSystem';

/** The credentials of an OAuth client, as the administrator hands them over. */
export interface ClientCredentials {
  readonly authId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token endpoint. */
  readonly url: string;
}

export async function clientCredentialsFor(
  system: LocalDescription,
  kind: ClientKind,
  id: string,
  tenant?: string,
): Promise<ClientCredentials> {
  const { result } = await administrator(system, tenant).director(`mutation { result: requestClientCredentialsFor${kind}(id: "${id}") {
    id auth { credential { ... on OAuthCredentialData { clientId clientSecret url } } } } }`);
  return { authId: result.id, ...result.auth.credential };
}

/** Asks the token endpoint as the Go clients do: HTTP Basic, and scopes under their plain names. */
export async function requestToken({ clientId, clientSecret, url }: ClientCredentials, scope?: string) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
  });
  return { status: answer.status, body: (await answer.json()) as Data };
}

/** Holds a token and sends it with operations to the Director, or to another URL. */
export async function withToken(system: LocalDescription, credentials: ClientCredentials, tenant?: string, scope?: string) {
  const { status, body } = await requestToken(credentials, scope);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  const token: string = body.access_token;
  const headers = { authorization: `Bearer ${token}`, ...(tenant && { tenant }) };
  const askAt = (url: string, query: string, more: Headers = {}): Promise<WireAnswer> =>
    post(url, query, undefined, { ...headers, ...more });
  const ask = (query: string, more?: Headers) => askAt(system.oauthDirectorUrl, query, more);
  return { token, ask, askAt, do: async (query: string, more?: Headers): Promise<Data> => ok(await ask(query, more)) };
}

/** A new integration system of a tenant, with a token of a client of its own. */
export async function anIntegrationSystem(system: LocalDescription, tenant = system.tenants[0] ?? '', scope?: string) {
  const { result } = await administrator(system, tenant).director(
    `mutation { result: registerIntegrationSystem(in: { name: "s-${randomUUID().slice(0, 30)}" }) { id } }`,
  );
  const credentials = await clientCredentialsFor(system, 'IntegrationSystem', result.id, tenant);
  return { id: result.id as string, tenant, credentials, ...(await withToken(system, credentials, tenant, scope)) };
}
