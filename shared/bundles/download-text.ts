import { type Clock, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Sealer } from '../core/sealer.ts';
import type { AuthValue } from '../credentials/auth-value.ts';
import type { AccessTokens } from '../credentials/client-credentials.ts';
import { authorize } from '../credentials/request-authorization.ts';
import type { GuardedAnswer, GuardedHttp } from '../http/guarded-http.ts';
import { retryAfterSeconds } from '../http/retry-schedule.ts';
import { type FetchRequest, fetchRequestSealingContext } from './fetch-request.ts';
import { largestText, type WithText } from './text.ts';

export interface DownloadDeps {
  readonly http: GuardedHttp;
  readonly tokens: AccessTokens;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly clock: Clock;
}

export type Download =
  | { readonly result: 'text'; readonly text: string }
  /** `message` never contains anything of the answer but its status. A transient failure may be over in a while. */
  | { readonly result: 'failed'; readonly message: string; readonly transient: boolean; readonly retryAfter?: number };

/** For 5 MB over a slow line, and well within the time of the function. */
const timeout = seconds(30);

const accepted = 'application/json, application/yaml, application/xml, text/*;q=0.9, */*;q=0.5';

/** Fetches a text once. What goes wrong on the other side is a result; anything else throws. */
export async function downloadText(owner: WithText, request: FetchRequest, deps: DownloadDeps): Promise<Download> {
  const auth = await openedAuth(owner, request, deps);
  try {
    const { url, headers } = await authorize(request.url, auth, deps.tokens);
    const answer = await deps.http({
      method: 'GET',
      url,
      headers: { accept: accepted, ...headers, 'accept-encoding': 'identity', 'user-agent': 'Compass-Specifications/1' },
      timeout,
      mostBytes: largestText,
    });
    return resultOf(answer, auth, deps);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { result: 'failed', message: error.message, transient: error.code === 'TargetUnreachable' };
  }
}

async function openedAuth(owner: WithText, { auth }: FetchRequest, { sealer }: DownloadDeps): Promise<AuthValue | undefined> {
  return auth === undefined ? undefined : JSON.parse(await sealer.open(fetchRequestSealingContext(owner), auth));
}

const passing = new Set([408, 425, 429]);

function resultOf(answer: GuardedAnswer, auth: AuthValue | undefined, { tokens, clock }: DownloadDeps): Download {
  const { status, body, truncated, header } = answer;
  if (status !== 200) {
    const oauth = status === 401 ? auth?.credential?.oauth : undefined;
    if (oauth) tokens.forget(oauth);
    return {
      result: 'failed',
      message: `the server answered ${status}`,
      // A token may have been withdrawn before its time; the next attempt brings a new one.
      transient: status >= 500 || passing.has(status) || oauth !== undefined,
      retryAfter: retryAfterSeconds(header('retry-after'), clock()),
    };
  }
  if (truncated) return { result: 'failed', message: `the text is larger than ${largestText} bytes`, transient: false };
  const text = decoded(body);
  return text === undefined ? { result: 'failed', message: 'the answer is no text in UTF-8', transient: false } : { result: 'text', text };
}

function decoded(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
