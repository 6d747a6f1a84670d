import * as z from 'zod';
import { AgentError, type AgentErrorKind } from '../agent-error.ts';
import { jsonOrUndefined, parsedJson } from '../parsed-json.ts';
import { httpDate } from './http-date.ts';
import type { TransportAnswer } from './https-transport.ts';

const failureSchema = z.object({ message: z.string(), extensions: z.object({ error_code: z.number().optional() }).optional() });
type GraphqlFailure = z.infer<typeof failureSchema>;

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(failureSchema).nullish(),
});

/** Numbers of `extensions.error_code` for refused credentials and for transient conditions. */
const unauthenticatedCode = 26;
const transientCodes = new Set([10, 11, 28, 32, 35, 38]);

/** The `data` of an answer, whatever the HTTP status: servers send errors with 200, gateways send bodies of their own. */
export function graphqlData(answer: TransportAnswer, where: string): Record<string, unknown> {
  const parsed = parsedJson(answer.body, answerSchema);
  const [error] = parsed?.errors ?? [];
  if (error !== undefined)
    throw new AgentError(kindOfError(error, answer.status), `${where} answered: ${brief(error.message)}`, retryHint(answer));
  if (parsed?.data === undefined || parsed.data === null) {
    const kind = kindOfStatus(answer.status) ?? 'invalid-answer';
    throw new AgentError(kind, `${where} answered HTTP ${answer.status} without GraphQL data`, retryHint(answer));
  }
  return parsed.data;
}

/** The body of an answer to a GET. */
export function jsonBody(answer: TransportAnswer, where: string): unknown {
  const body = answer.status === 200 ? jsonOrUndefined(answer.body) : undefined;
  if (body !== undefined) return body;
  const kind = kindOfStatus(answer.status) ?? (answer.status === 200 ? 'invalid-answer' : 'refused');
  throw new AgentError(kind, `${where} answered HTTP ${answer.status}${answer.status === 200 ? ' without JSON' : ''}`, retryHint(answer));
}

const maxMessageLength = 500;

/** One line of a text from outside: it ends up in the log. */
const brief = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the log.
  const line = text.slice(0, maxMessageLength).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  return text.length > maxMessageLength ? `${line}...` : line;
};

function kindOfError(error: GraphqlFailure, status: number): AgentErrorKind {
  const code = error.extensions?.error_code;
  // Connectors of the original system give no code, only this text.
  if (code === unauthenticatedCode || error.message.startsWith('Failed to authenticate request')) return 'unauthenticated';
  if (code !== undefined && transientCodes.has(code)) return 'unavailable';
  return kindOfStatus(status) ?? 'refused';
}

function kindOfStatus(status: number): AgentErrorKind | undefined {
  if (status === 401 || status === 403) return 'unauthenticated';
  return status === 429 || status >= 500 ? 'unavailable' : undefined;
}

const maxRetryAfterSeconds = 86_400;

/**
 * The pause of a `Retry-After` header: seconds, or a date, which is compared with the `Date` of the same answer, since the clock of this machine may
 * be wrong. At most a day.
 */
function retryHint({ headers }: TransportAnswer): { retryAfterSeconds?: number } {
  const { date, 'retry-after': value = '' } = headers;
  const now = new Date();
  const until = httpDate(value.trim(), now);
  const seconds = until === undefined ? Number(value) : (until - (httpDate(date ?? '', now) ?? now.getTime())) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.min(Math.max(seconds, 1), maxRetryAfterSeconds) } : {};
}

/** A header in seconds, kept between a second and an hour: no answer may turn polling into a busy loop or end it. */
export function secondsOf(header: string | string[] | undefined): number | undefined {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.max(seconds, 1), 3600) : undefined;
}
