import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { getCACertificates } from 'node:tls';
import * as z from 'zod';

/** PEM of the private key, and of the client certificate followed by those that lead to the root. */
export interface Identity {
  readonly privateKey: string;
  readonly certificateChain: string;
}

/** Server certificate authorities to trust beside those of the system, and the client's own certificate. */
export interface Trust {
  readonly caCertificate?: string | undefined;
  readonly identity?: Identity | undefined;
}

export interface GraphqlRequest<T> {
  readonly url: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly schema: z.ZodType<T>;
}

const answerSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});

/** Sends one operation and returns its data in the shape of the schema. Errors come with HTTP 200 too, so the body decides. */
export async function sendGraphql<T>({ url, query, variables, headers, schema }: GraphqlRequest<T>, trust: Trust): Promise<T> {
  const { status, body } = await post(url, { 'content-type': 'application/json', ...headers }, JSON.stringify({ query, variables }), trust);
  const answer = answerSchema.safeParse(jsonOrUndefined(body)).data;
  const [error] = answer?.errors ?? [];
  if (error !== undefined) throw new Error(`${new URL(url).pathname} answered: ${error.message}`);
  const data = schema.safeParse(answer?.data);
  if (!data.success) throw new Error(`${new URL(url).pathname} answered HTTP ${status} in an unexpected shape`);
  return data.data;
}

async function post(url: string, headers: Record<string, string>, body: string, { caCertificate, identity }: Trust) {
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(30_000) };
  const agent = new Agent({
    ca: caCertificate === undefined ? undefined : [...getCACertificates('default'), caCertificate],
    key: identity?.privateKey,
    cert: identity?.certificateChain,
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = url.startsWith('https:') ? requestHttps(url, { ...options, agent }, resolve) : requestHttp(url, options, resolve);
      request.on('error', reject);
      request.end(body);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  } finally {
    agent.destroy();
  }
}

function jsonOrUndefined(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
