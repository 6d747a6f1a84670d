import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { AgentError } from '../agent-error.ts';
import { graphqlData, jsonBody, secondsOf } from './control-plane-answer.ts';
import type { Transport, TransportAnswer } from './https-transport.ts';
import { printableUrl } from './printable-url.ts';

interface GraphqlRequest<T> {
  readonly url: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** Shape of `data`; an answer of another shape is an error. */
  readonly schema: z.ZodType<T>;
}

export interface GraphqlResult<T> {
  readonly data: T;
  /** The seconds until the next poll, if the server names them. */
  readonly pollAfterSeconds: number | undefined;
}

interface ReadRequest<T> {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly schema: z.ZodType<T>;
}

export type ReadResult<T> =
  | { readonly kind: 'read'; readonly data: T; readonly etag: string | undefined; readonly pollAfterSeconds: number | undefined }
  | { readonly kind: 'unchanged'; readonly pollAfterSeconds: number | undefined }
  /** The server does not have this path. */
  | { readonly kind: 'unsupported' };

export interface ControlPlaneClient {
  send<T>(request: GraphqlRequest<T>): Promise<GraphqlResult<T>>;
  /** A conditional GET where the headers say so. */
  read<T>(request: ReadRequest<T>): Promise<ReadResult<T>>;
  close(): void;
}

/** Talks to Connector and Director; `observe` gets the `Date` header of every answer. */
export function controlPlaneClient(
  runtimeId: string,
  transport: Transport,
  observe: (date: string | undefined) => void,
): ControlPlaneClient {
  const headersOf = (more: Record<string, string> = {}) => ({
    accept: 'application/json',
    'x-request-id': `${runtimeId}_${randomUUID()}`,
    ...more,
  });
  const observed = (answer: TransportAnswer): TransportAnswer => {
    observe(answer.headers.date);
    return answer;
  };
  return {
    async send({ url, query, variables, headers, schema }) {
      const body = JSON.stringify({ query, variables: variables ?? null });
      const answer = observed(await transport.post(url, headersOf({ 'content-type': 'application/json', ...headers }), body));
      const where = printableUrl(url);
      return { data: shaped(graphqlData(answer, where), schema, where), pollAfterSeconds: pollAfter(answer) };
    },
    async read({ url, headers, schema }) {
      const answer = observed(await transport.get(url, headersOf(headers)));
      if (absent.has(answer.status)) return { kind: 'unsupported' };
      if (answer.status === 304) return { kind: 'unchanged', pollAfterSeconds: pollAfter(answer) };
      const where = printableUrl(url);
      const data = shaped(jsonBody(answer, where), schema, where);
      return { kind: 'read', data, etag: answer.headers.etag, pollAfterSeconds: pollAfter(answer) };
    },
    close: transport.close,
  };
}

const absent = new Set([404, 405, 501]);

const pollAfter = ({ headers }: TransportAnswer): number | undefined => secondsOf(headers['compass-poll-after']);

function shaped<T>(data: unknown, schema: z.ZodType<T>, where: string): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AgentError('invalid-answer', `${where} answered in an unexpected shape (${firstProblem(parsed.error)})`);
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'unknown' : `${issue.path.join('.') || 'data'}: ${issue.message}`;
}
