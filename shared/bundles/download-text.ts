import { type Clock, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Sealer } from '../core/sealer.ts';
import type { AuthValue } from '../credentials/auth-value.ts';
import type { AccessTokens } from '../credentials/client-credentials.ts';
import { authorize } from '../credentials/request-authorization.ts';
import { acceptedCodings } from '../http/content-coding.ts';
import { followRedirects } from '../http/follow-redirects.ts';
import type { GuardedAnswer } from '../http/guarded-call.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { retryAfterSeconds } from '../http/retry-schedule.ts';
import type { AnswerHead } from '../http/status-line.ts';
import { type FetchRequest, fetchRequestSealingContext } from './fetch-request.ts';
import { receiveText } from './receive-text.ts';
import { maxFetchedBytes, type NewText, type WithText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

export interface DownloadDeps {
  readonly http: GuardedHttp;
  readonly tokens: AccessTokens;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly textObjects: Pick<TextObjects, 'putStream'>;
  readonly clock: Clock;
}

export type Download =
  | { readonly result: 'text'; readonly text: NewText }
  /** `message` contains nothing of the answer but its status. `transient`: a later attempt may succeed. `isUnreachable`: it was called and gave no answer. */
  | {
      readonly result: 'failed';
      readonly message: string;
      readonly transient: boolean;
      readonly retryAfter?: number;
      readonly isUnreachable?: boolean;
    };

/** For 64 MB over a slow line, and well within the time of the function. */
const timeoutMs = seconds(100);

/** A server that sends nothing for so long holds a slot that others wait for. */
const idleTimeoutMs = seconds(30);

/** Media types of the registered format, the one that most servers know first. Servers may ignore them. */
const mediaTypes = {
  JSON: 'application/json, application/vnd.oai.openapi+json;q=0.9, application/vnd.aai.asyncapi+json;q=0.9, */*;q=0.1',
  YAML: 'application/yaml, application/x-yaml;q=0.9, text/yaml;q=0.9, text/x-yaml;q=0.9, application/vnd.oai.openapi;q=0.8, text/plain;q=0.5, */*;q=0.1',
  XML: 'application/xml, text/xml;q=0.9, */*;q=0.1',
  MARKDOWN: 'text/markdown, text/plain;q=0.9, */*;q=0.1',
};

const acceptFor = (format: string | undefined): string => mediaTypes[format as keyof typeof mediaTypes] ?? '*/*';

/** An owner of a text, which says what the text is to be: a definition of its specification, a Document of itself. */
type WithFormat = WithText & { readonly spec?: { readonly format: string }; readonly format?: string };

const formatOf = ({ spec, format }: WithFormat): string | undefined => spec?.format ?? format;

/** Fetches a text once. A failure of the server is a result; any other error is thrown. */
export async function downloadText(owner: WithFormat, wish: FetchRequest, deps: DownloadDeps): Promise<Download> {
  const auth = await openedAuth(owner, wish, deps);
  let text: NewText | undefined;
  let isUnanswered = false;
  try {
    const { url, headers } = await authorize(wish.url, auth, deps.tokens);
    const accept = headers.accept ?? acceptFor(formatOf(owner));
    const publicHeaders = { accept, 'accept-encoding': acceptedCodings, 'user-agent': 'Compass-Specifications/1' };
    const request = {
      method: 'GET',
      url,
      headers: { ...headers, ...publicHeaders },
      timeout: timeoutMs,
      idleTimeout: idleTimeoutMs,
      maxBytes: maxFetchedBytes,
      receive: async ({ status, header }: AnswerHead, content: AsyncIterable<Buffer>) => {
        isUnanswered = false;
        if (complete.has(status)) text = await receiveText(owner, { contentType: header('content-type'), content }, deps.textObjects);
      },
    } as const;
    isUnanswered = true;
    const answer = await followRedirects({ request, publicHeaders }, deps.http);
    return text ? { result: 'text', text } : failureOf(answer, auth, deps);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'InternalError') throw error;
    const transient = error.code === 'TargetUnreachable';
    return { result: 'failed', message: error.message, transient, isUnreachable: isUnanswered && transient };
  }
}

async function openedAuth(owner: WithFormat, { auth }: FetchRequest, { sealer }: DownloadDeps): Promise<AuthValue | undefined> {
  return auth === undefined ? undefined : JSON.parse(await sealer.open(fetchRequestSealingContext(owner), auth));
}

/** A proxy that changed the answer on its way says 203 (RFC 9110, 15.3.4). */
const complete = new Set([200, 203]);

const passing = new Set([408, 425, 429]);

function failureOf({ status, header }: GuardedAnswer, auth: AuthValue | undefined, { tokens, clock }: DownloadDeps): Download {
  const oauth = status === 401 ? auth?.credential?.oauth : undefined;
  if (oauth) tokens.forget(oauth);
  return {
    result: 'failed',
    message: `the server answered ${status}`,
    // The token may have been withdrawn early; the next attempt gets a new one.
    transient: status >= 500 || passing.has(status) || oauth !== undefined,
    retryAfter: retryAfterSeconds(header('retry-after'), clock()),
  };
}
