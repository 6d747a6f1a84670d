import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import type { LocalDescription } from '#local/local-description.ts';

export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly error_code?: number | string; readonly error?: string };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field in assertions
export type Data = Record<string, any>;

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly data: Data;
  readonly errors: readonly WireError[];
  /** The body as it came. */
  readonly text: string;
}

export type Headers = Readonly<Record<string, string>>;

/** Sends one GraphQL operation as a plain HTTP client does. */
export async function post(url: string, query: string, variables?: object, headers: Headers = {}): Promise<WireAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return answerOf(answer.status, Object.fromEntries(answer.headers), await answer.text());
}

function answerOf(status: number, headers: WireAnswer['headers'], text: string): WireAnswer {
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  return { status, headers, data: body.data ?? {}, errors: body.errors ?? [], text };
}

/** An administrator of one tenant at one of the APIs. Throws when the operation fails. */
export function administrator(system: LocalDescription, tenant = system.tenants[0] ?? '') {
  const headers = { authorization: `Bearer ${system.adminTokens[tenant]}`, tenant };
  const at = (url: string) => async (query: string, variables?: object) => ok(await post(url, query, variables, headers));
  return {
    tenant,
    headers,
    director: at(system.directorUrl),
    connector: at(system.connectorUrl),
    provisioner: at(system.provisionerUrl),
    attempt: (url: string, query: string, variables?: object) => post(url, query, variables, headers),
  };
}

export function ok(answer: WireAnswer): Data {
  if (answer.errors.length > 0 || answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export interface ClientIdentity {
  readonly key: string;
  readonly certificateChain: string;
}

/** Sends one GraphQL operation over mutual TLS, or with the server's certificate verified only when there is no identity. */
export function postSecurely(
  system: Pick<LocalDescription, 'caCertificate'>,
  url: string,
  identity: ClientIdentity | undefined,
  query: string,
  variables?: object,
  headers: Headers = {},
): Promise<WireAnswer> {
  const body = JSON.stringify({ query, variables });
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return requestSecurely(system, url, identity, sent).then((answer) => answerOf(answer.status, answer.headers, answer.text));
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: WireAnswer['headers'];
  readonly text: string;
}

/** Reads a URL over mutual TLS. */
export const getSecurely = (
  system: Pick<LocalDescription, 'caCertificate'>,
  url: string,
  identity: ClientIdentity,
  headers: Headers = {},
): Promise<PlainAnswer> => requestSecurely(system, url, identity, { method: 'GET', headers });

/** Sends any request, over mutual TLS where there is an identity. */
export function requestSecurely(
  system: Pick<LocalDescription, 'caCertificate'>,
  url: string,
  identity: ClientIdentity | undefined,
  { method, headers = {}, body }: { method: string; headers?: Headers; body?: string },
): Promise<PlainAnswer> {
  const agent = new Agent({
    ca: readFileSync(system.caCertificate),
    key: identity?.key,
    cert: identity?.certificateChain,
    keepAlive: false,
  });
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
