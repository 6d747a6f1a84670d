import { CliError, messageOf } from '../cli-error.ts';
import type { Api, JsonValue, Operation } from '../operations/operation.ts';
import type { Profile } from '../profiles/profile.ts';
import { refusals } from './advice.ts';

interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** The APIs of one control plane, as the signed-in user of one tenant. */
export interface ApiClient {
  readonly profile: Profile;
  /** Throws a CliError if the operation is refused. */
  send<Answer, Variables>(operation: Operation<Answer, Variables>, variables: Variables, options?: RequestOptions): Promise<Answer>;
  /** Returns the whole answer, with the errors of its fields. */
  ask(api: Api, request: GraphqlRequest, options?: RequestOptions): Promise<GraphqlAnswer>;
}

interface GraphqlRequest {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | undefined;
}

interface GraphqlAnswer {
  readonly data?: { readonly [key: string]: JsonValue } | null | undefined;
  readonly errors?: readonly WireError[] | undefined;
}

interface WireError {
  readonly message: string;
  readonly extensions?: { readonly error?: string };
}

/** Milliseconds: longer than any function of the control plane runs. */
const maxAnswerMs = 60_000;

/** Sends a request to an API. The headers hold the credential. */
async function post(
  url: string,
  request: GraphqlRequest,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<GraphqlAnswer> {
  const answer = await answerOf(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
    // A redirection could lead the credential anywhere.
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(maxAnswerMs)]),
  });
  return graphqlAnswer(url, answer);
}

export function apiClient(profile: Profile, token: () => Promise<string>, signal: AbortSignal): ApiClient {
  const ask: ApiClient['ask'] = async (api, request, { headers = {} } = {}) => {
    const credential = { authorization: `Bearer ${await token()}`, tenant: profile.tenant };
    return await post(urlOf(profile, api), request, { ...credential, ...headers }, signal);
  };
  return {
    profile,
    ask,
    async send<Answer, Variables>({ api, text, name }: Operation<Answer, Variables>, variables: Variables, options?: RequestOptions) {
      return dataOf<Answer>(await ask(api, { query: text, variables, operationName: name }, options));
    },
  };
}

/** Sends an operation of the Connector with a one-time token. */
export async function sendWithToken<Answer, Variables>(
  { url, token, signal }: { readonly url: string; readonly token: string; readonly signal: AbortSignal },
  { text, name }: Operation<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  return dataOf<Answer>(await post(url, { query: text, variables, operationName: name }, { 'Connector-Token': token }, signal));
}

function dataOf<Answer>({ data, errors }: GraphqlAnswer): Answer {
  if (errors?.[0]) throw refused(errors[0]);
  return data as Answer;
}

const urlOf = ({ directorUrl, connectorUrl, provisionerUrl }: Profile, api: Api): string =>
  ({ director: directorUrl, connector: connectorUrl, provisioner: provisionerUrl })[api];

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function answerOf(url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    throw new CliError('unavailable', `${url} does not answer: ${timedOut ? 'not within a minute' : messageOf(cause)}`, {
      advice: 'Check that the control plane runs and that this machine reaches it: compass doctor.',
      cause,
    });
  }
}

function graphqlAnswer(url: string, { status, text }: Answer): GraphqlAnswer {
  const body = jsonIn(text);
  if (status === 401) throw refusal('Unauthorized', 'The control plane does not accept the token.');
  if (body && (body.errors !== undefined || body.data !== undefined)) return body;
  const words = body && 'message' in body ? String(body.message) : '';
  const kind = status === 429 || status >= 500 ? 'unavailable' : 'failed';
  throw new CliError(kind, `${url} answers with status ${status}${words === '' ? '' : ` (${words})`}.`, {
    advice:
      kind === 'unavailable' ? 'Give the command again in a moment.' : 'Check that the address is that of the API: compass profile show.',
  });
}

function jsonIn(text: string): GraphqlAnswer | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

const refused = ({ message, extensions }: WireError): CliError => refusal(extensions?.error, message);

/** The failure that stands for a code of the catalogue. */
export function refusal(code: string | undefined, message: string): CliError {
  const known = code === undefined ? undefined : refusals[code];
  return new CliError(known?.kind ?? 'failed', message, { advice: known?.advice });
}
