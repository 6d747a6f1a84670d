import { type Clock, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Sealer } from '../core/sealer.ts';
import type { AuthValue } from '../credentials/auth-value.ts';
import type { AccessTokens } from '../credentials/client-credentials.ts';
import { type Authorization, authorize } from '../credentials/request-authorization.ts';
import { excerptOf } from '../http/excerpt.ts';
import type { GuardedAnswer } from '../http/guarded-call.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { retryAfterSeconds } from '../http/retry-schedule.ts';
import { isSuccess } from '../http/status-line.ts';
import type { Delivery } from './delivery.ts';
import { signatureHeaders } from './signature.ts';
import { validSecrets } from './signing-secrets.ts';
import { type Webhook, webhookSealingContext } from './webhook.ts';

export interface PostDeps {
  readonly http: GuardedHttp;
  readonly tokens: AccessTokens;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly clock: Clock;
  /** Time at which the call ends at the latest. Default: none. */
  readonly end?: Date;
}

/** A message that is posted: a delivery, or a test. */
export type Message = Pick<Delivery, 'id' | 'tenant' | 'body'> & {
  /** URL at which the receiver reports its state later. */
  readonly reportTo?: string;
};

export interface PostResult {
  readonly result: 'accepted' | 'gone' | 'failed';
  readonly status?: number;
  /** Never contains anything of the answer but its status. */
  readonly error?: string;
  /** The beginning of the answer's body, without what was sent to the endpoint in confidence. */
  readonly body?: string;
  readonly retryAfter?: number;
  readonly cause?: unknown;
  /** True if the endpoint was called and gave no answer. */
  readonly isUnreachable?: boolean;
}

/** Maximum timeout, in milliseconds. A webhook may lower it; a message must not outlive its claim. */
const maxTimeoutMs = seconds(15);

/** Signs and posts a notification once. A failure is a result, so that every attempt is recorded. */
export async function postNotification(message: Message, webhook: Webhook, deps: PostDeps): Promise<PostResult> {
  let isCalled = false;
  try {
    if (!webhook.url) throw new AppError('TargetRefused', 'the webhook has a template instead of a URL');
    const open = (sealed: string) => deps.sealer.open(webhookSealingContext(message.tenant, webhook.id), sealed);
    const secrets = await Promise.all(validSecrets(webhook, deps.clock()).map(open));
    const auth = webhook.auth === undefined ? undefined : (JSON.parse(await open(webhook.auth)) as AuthValue);
    const authorization = await authorize(webhook.url, auth, deps.tokens);
    isCalled = true;
    const answer = await deps.http({
      method: 'POST',
      url: authorization.url,
      headers: {
        ...authorization.headers,
        ...signatureHeaders(message.id, message.body, secrets, deps.clock()),
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': String(Buffer.byteLength(message.body)),
        'user-agent': 'Compass-Webhooks/1',
        ...(message.reportTo !== undefined && { location: message.reportTo }),
      },
      body: message.body,
      needs: 'status',
      timeout: timeoutOf(webhook, deps),
    });
    const oauth = auth?.credential?.oauth;
    if (answer.status === 401 && oauth) deps.tokens.forget(oauth);
    return { ...resultOf(answer, deps.clock()), body: excerptOf(answer, sentInConfidence(auth, authorization.headers)) };
  } catch (cause) {
    const error = cause instanceof AppError ? cause.message : 'the notification could not be prepared';
    const isUnreachable = isCalled && cause instanceof AppError && cause.code === 'TargetUnreachable';
    return { result: 'failed', error, cause, isUnreachable };
  }
}

const timeoutOf = ({ timeout = Number.POSITIVE_INFINITY }: Webhook, { clock, end }: PostDeps): number =>
  Math.min(maxTimeoutMs, seconds(timeout), end ? end.getTime() - clock().getTime() : maxTimeoutMs);

/** An endpoint that answers with the request it got must not show credentials to those who read the log. */
function sentInConfidence(auth: AuthValue | undefined, headers: Authorization['headers']): string[] {
  const { credential, additionalQueryParams = {} } = auth ?? {};
  const sent = Object.values(headers).flat();
  const withoutScheme = sent.map((value) => value.slice(value.indexOf(' ') + 1));
  const secrets = [credential?.basic?.password, credential?.oauth?.clientSecret].filter((one) => one !== undefined);
  return [...sent, ...withoutScheme, ...secrets, ...Object.values(additionalQueryParams).flat()];
}

function resultOf({ status, header }: GuardedAnswer, now: Date): PostResult {
  if (isSuccess(status)) return { result: 'accepted', status };
  if (status === 410) return { result: 'gone', status };
  return { result: 'failed', status, error: `the endpoint answered ${status}`, retryAfter: retryAfterSeconds(header('retry-after'), now) };
}
