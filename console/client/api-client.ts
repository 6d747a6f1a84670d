import type { Api, Operation } from '../operations/operation.ts';
import { adviceOn } from './advice.ts';
import { ConsoleError } from './console-error.ts';

interface SendOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends an operation as the signed-in user. Throws a ConsoleError if it is refused. */
export type Send = <Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  options?: SendOptions,
) => Promise<Answer>;

interface ApiClientOptions {
  readonly urls: Readonly<Record<Api, string>>;
  readonly tenant: string;
  readonly token: () => Promise<string>;
}

/** Milliseconds: longer than any function of the control plane runs. */
const maxAnswerMs = 60_000;

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly error?: string } }[];
  readonly message?: string;
}

/** The APIs of one control plane, as the signed-in user of one tenant. */
export function apiClient({ urls, tenant, token }: ApiClientOptions): Send {
  return async <Answer, Variables>({ api, name, text }: Operation<Answer, Variables>, variables: Variables, options: SendOptions = {}) => {
    const timeout = AbortSignal.timeout(maxAnswerMs);
    const headers = { authorization: `Bearer ${await token()}`, tenant, 'content-type': 'application/json', ...options.headers };
    const answer = await answerOf(urls[api], {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: text, variables, operationName: name }),
      // A redirection could lead the credential anywhere.
      redirect: 'error',
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    return dataOf(answer) as Answer;
  };
}

async function answerOf(url: string, request: RequestInit): Promise<{ readonly status: number; readonly body: GraphqlAnswer | undefined }> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, body: jsonIn(await response.text()) };
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new ConsoleError('The control plane does not answer.', {
      advice: 'Check that it runs and that this browser reaches it, then try again.',
      cause,
    });
  }
}

function jsonIn(text: string): GraphqlAnswer | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function dataOf({ status, body }: { readonly status: number; readonly body: GraphqlAnswer | undefined }): unknown {
  const [error] = body?.errors ?? [];
  if (status === 401) throw refusal('Unauthorized', error?.message ?? 'The control plane does not accept the session.');
  if (error) throw refusal(error.extensions?.error, error.message);
  if (body?.data !== undefined) return body.data;
  throw new ConsoleError(`The control plane answers with status ${status}${body?.message ? ` (${body.message})` : ''}.`, { advice: later });
}

const later = 'Try again in a moment. If it stays so, the control plane or what is in front of it has a fault.';

const refusal = (code: string | undefined, message: string): ConsoleError =>
  new ConsoleError(message, { code, advice: code === undefined ? undefined : adviceOn[code] });
