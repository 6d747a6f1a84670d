import * as z from 'zod';
import { post, type Trust } from './https-post.ts';
import type { Reader } from './reader.ts';

export interface GraphqlRequest<T> {
  readonly url: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly schema: Reader<T>;
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
  try {
    return schema.parse(answer?.data);
  } catch (cause) {
    throw new Error(`${new URL(url).pathname} answered HTTP ${status} in an unexpected shape`, { cause });
  }
}

function jsonOrUndefined(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
