import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AgentError } from './agent-error.ts';
import { graphqlData, secondsOf } from './graphql-answer.ts';
import { httpsTransport, type TransportOptions } from './https-transport.ts';
import { printableUrl } from './printable-url.ts';

export interface GraphqlRequest<T> {
  readonly url: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** Shape of `data`; an answer of another shape is an error. */
  readonly schema: z.ZodType<T>;
}

export interface GraphqlResult<T> {
  readonly data: T;
  /** The seconds after which the server wants to be asked again, if it says so. */
  readonly pollAfterSeconds: number | undefined;
}

export interface GraphqlClient {
  send<T>(request: GraphqlRequest<T>): Promise<GraphqlResult<T>>;
  close(): void;
}

export function graphqlClient(runtimeId: string, options: TransportOptions): GraphqlClient {
  const transport = httpsTransport(options);
  return {
    async send({ url, query, variables, headers, schema }) {
      const answer = await transport.post(
        url,
        { 'content-type': 'application/json', accept: 'application/json', 'x-request-id': `${runtimeId}_${randomUUID()}`, ...headers },
        JSON.stringify({ query, variables: variables ?? null }),
      );
      const where = printableUrl(url);
      const parsed = schema.safeParse(graphqlData(answer, where));
      if (!parsed.success)
        throw new AgentError('invalid-answer', `${where} answered in an unexpected shape (${firstProblem(parsed.error)})`);
      return { data: parsed.data, pollAfterSeconds: secondsOf(answer.headers['compass-poll-after']) };
    },
    close: transport.close,
  };
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'unknown' : `${issue.path.join('.') || 'data'}: ${issue.message}`;
}
