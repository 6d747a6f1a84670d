import { later, minutes, seconds } from '../core/clock.ts';
import type { Reception } from '../core/reception.ts';
import { type EndpointLease, type EndpointLeases, endpointOf } from '../endpoints/endpoint-leases.ts';
import type { Refusals, Refused } from '../endpoints/remembered-refusals.ts';
import { type RetryTiming, retryDelay, wholeSchedule } from '../http/retry-schedule.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { Attempt, Claim, DeliveryRepository, NextAttempt } from './delivery-record.ts';
import { ownerOf } from './owner-of.ts';
import { answeredState, expectsReport } from './participant-report.ts';
import { type PostDeps, type PostResult, postNotification } from './post-notification.ts';
import { reportAddress } from './report-address.ts';
import { configurationChanged, type Webhook } from './webhook.ts';
import { noteOutcome, type OutcomeDeps } from './webhook-health.ts';
import type { WebhookRepository } from './webhook-repository.ts';

export interface DeliverDeps extends PostDeps, OutcomeDeps {
  readonly webhooks: Pick<WebhookRepository, 'find' | 'noteFailing' | 'noteSuccess' | 'disable'>;
  readonly deliveries: Pick<DeliveryRepository, 'claim' | 'end' | 'fail' | 'release'>;
  readonly endpoints: EndpointLeases & { readonly refusals: Refusals };
  readonly queue: Pick<DeliveryQueue, 'postpone'>;
  readonly timing: RetryTiming;
  /** Base URL of the API for certificates, without a trailing slash; empty where there is none. */
  readonly mtlsUrl: string;
}

export interface DeliverResult {
  readonly outcome:
    | 'delivered'
    | 'failed'
    | 'gone'
    | 'dropped'
    | 'disabled'
    | 'ended before'
    | 'busy'
    | 'waiting'
    | 'endpoint busy'
    | 'endpoint parked';
  /** True if the message stays in the queue. */
  readonly retry: boolean;
  readonly status?: number;
  /** Seconds until the next attempt. */
  readonly retryIn?: number;
  readonly error?: unknown;
}

/**
 * Makes one attempt at a delivery, or none when it has ended, another worker is at it, it is not due, or its endpoint can take no more. After a
 * failed one the next follows as the schedule says: until then the message stays in the queue, or the table keeps the delivery.
 */
export async function deliverWebhook(delivery: Delivery, reception: Reception, deps: DeliverDeps): Promise<DeliverResult> {
  const now = deps.clock();
  const find = () => deps.webhooks.find(ownerOf(delivery), delivery.webhookId);
  // The claim is two writes, which one that waits for its endpoint does not need. The table keeps claimed ones only.
  const known = deps.endpoints.refusals.isAny(now) && reception.count < maxReceptions ? { webhook: await find() } : undefined;
  const refused = known?.webhook && refusalOf(delivery, known.webhook, deps);
  if (refused) return stays(waitingFor(refused, reception, deps), reception, deps);
  const [claim, webhook] = await Promise.all([deps.deliveries.claim(delivery, now, reception.count === 1), known ? known.webhook : find()]);
  switch (claim.result) {
    case 'ended':
      return { outcome: 'ended before', retry: false };
    case 'busy':
      return stays({ outcome: 'busy', at: claim.until }, reception, deps);
    case 'waiting':
      return claim.isKept ? { outcome: 'waiting', retry: false } : stays({ outcome: 'waiting', at: claim.until }, reception, deps);
    case 'claimed':
      return attempted(delivery, { claim, webhook, reception }, deps);
  }
}

/** The refusal of its endpoint that this process remembers, of a webhook that would be called. */
function refusalOf({ tenant }: Delivery, { disabled, url = '' }: Webhook, { clock, endpoints }: DeliverDeps): Refused | undefined {
  const endpoint = disabled ? undefined : endpointOf(tenant, url);
  return endpoint && endpoints.refusals.of(endpoint, clock());
}

interface Waiting {
  readonly outcome: 'endpoint busy' | 'endpoint parked';
  readonly at: Date;
}

function waitingFor(refused: Refused, { count }: Reception, { clock, timing }: DeliverDeps): Waiting {
  if (refused.result === 'full') return { outcome: 'endpoint busy', at: later(clock(), pauseOfBusy(count, timing)) };
  // Those that wait for the same probe come one after the other.
  return { outcome: 'endpoint parked', at: later(refused.until, seconds(1 + 9 * timing.random())) };
}

interface Turn {
  readonly claim: Claim;
  readonly reception: Reception;
}

async function attempted(
  delivery: Delivery,
  { webhook, ...turn }: Turn & { readonly webhook: Webhook | undefined },
  deps: DeliverDeps,
): Promise<DeliverResult> {
  const now = deps.clock();
  if (turn.reception.count > maxCrashes) {
    const error = 'the dispatcher ended during every attempt';
    await deps.deliveries.fail(delivery, turn.claim, { at: now, duration: 0, error }, 'ATTEMPTS_CUT_OFF', now);
    return { outcome: 'failed', retry: false, error };
  }
  // It was deleted, or made one of a type that is not called.
  if (webhook?.type !== configurationChanged) {
    await deps.deliveries.end(delivery, 'DROPPED', undefined, now);
    return { outcome: 'dropped', retry: false };
  }
  if (webhook.disabled) {
    await deps.deliveries.fail(delivery, turn.claim, { at: now, duration: 0, error: 'the webhook is disabled' }, 'WEBHOOK_DISABLED', now);
    return { outcome: 'disabled', retry: false };
  }
  const endpoint = endpointOf(delivery.tenant, webhook.url ?? '');
  const admission = endpoint ? await deps.endpoints.admit(endpoint, now) : undefined;
  switch (admission?.result) {
    case 'full':
      return release(delivery, turn, waitingFor(admission, turn.reception, deps), deps);
    case 'parked':
      return parked(delivery, turn, waitingFor(admission, turn.reception, deps), deps);
    default:
      return post(delivery, { ...turn, webhook, lease: admission?.lease }, deps);
  }
}

interface Posting extends Turn {
  readonly webhook: Webhook;
  readonly lease: EndpointLease | undefined;
}

async function post(delivery: Delivery, { webhook, lease, ...turn }: Posting, deps: DeliverDeps): Promise<DeliverResult> {
  const at = deps.clock();
  const reportTo = expectsReport(delivery, webhook) ? reportAddress(deps.mtlsUrl, delivery) : undefined;
  const result = await postNotification({ ...delivery, ...(reportTo && { reportTo }) }, webhook, deps);
  const now = deps.clock();
  const { status, error, body } = result;
  const answered = result.result === 'accepted' ? answeredState(delivery, webhook, body) : undefined;
  const attempt = { at, duration: now.getTime() - at.getTime(), status, error, body, ...(answered && { answered }) };
  const [outcome] = await Promise.all([
    settle(delivery, turn, { result, attempt }, deps),
    lease && deps.endpoints.release(lease, !result.isUnreachable, now),
    noteOutcome(webhook, result, deps),
  ]);
  return outcome;
}

interface AttemptOutcome {
  readonly result: PostResult;
  readonly attempt: Attempt;
}

async function settle(delivery: Delivery, turn: Turn, { result, attempt }: AttemptOutcome, deps: DeliverDeps): Promise<DeliverResult> {
  const now = deps.clock();
  const { status } = result;
  if (result.result !== 'failed') {
    const delivered = result.result === 'accepted';
    await deps.deliveries.end(delivery, delivered ? 'SUCCEEDED' : 'GONE', attempt, now);
    return { outcome: delivered ? 'delivered' : 'gone', retry: false, status };
  }
  const error = result.cause ?? result.error;
  const delay = retryDelay(turn.claim.step, result.retryAfter, deps.timing);
  const next = delay === undefined ? undefined : nextAt(later(now, seconds(delay)), turn.reception, now);
  await deps.deliveries.fail(delivery, turn.claim, attempt, next ?? 'ATTEMPTS_EXHAUSTED', now);
  if (!next) return { outcome: 'failed', retry: false, status, error };
  return { ...(await keptOrStays({ outcome: 'failed', next }, turn.reception, deps)), status, error };
}

/** Waits for the next probe of the endpoint. While it does not come in time, the delivery has failed. */
async function parked(delivery: Delivery, turn: Turn, waiting: Waiting, deps: DeliverDeps): Promise<DeliverResult> {
  const now = deps.clock();
  if (isInTime(waiting.at, turn.claim, deps.timing)) return release(delivery, turn, waiting, deps);
  const error = 'the endpoint does not answer';
  await deps.deliveries.fail(delivery, turn.claim, { at: now, duration: 0, error }, 'ENDPOINT_UNREACHABLE', now);
  return { outcome: 'failed', retry: false, error };
}

const isInTime = (at: Date, { since }: Claim, { schedule }: RetryTiming): boolean =>
  at <= later(since, wholeSchedule(schedule) + minutes(60));

async function release(
  delivery: Delivery,
  { claim, reception }: Turn,
  { outcome, at }: Waiting,
  deps: DeliverDeps,
): Promise<DeliverResult> {
  const now = deps.clock();
  const next = nextAt(at, reception, now);
  await deps.deliveries.release(delivery, claim, next, now);
  return keptOrStays({ outcome, next }, reception, deps);
}

/** The longest delay of a message that SQS takes; it counts from the reception where a message is only postponed. */
const maxQueuedMs = minutes(15);

/** Receptions after which the table keeps a delivery instead, long before the queue gives its message up. */
export const maxReceptions = 20;

/** Receptions after which only crashes can explain that the message is still there. The queue gives it up a little later. */
export const maxCrashes = 25;

const nextAt = (at: Date, { count }: Reception, now: Date): NextAttempt => ({
  at,
  isKept: at > later(now, maxQueuedMs) || count >= maxReceptions,
});

/** Milliseconds; longer each time. */
const pauseOfBusy = (count: number, { random }: RetryTiming): number =>
  seconds(Math.min(2 ** Math.min(count - 1, 6), 60) * (0.5 + random()));

function keptOrStays(
  { outcome, next }: { readonly outcome: DeliverResult['outcome']; readonly next: NextAttempt },
  reception: Reception,
  deps: DeliverDeps,
): Promise<DeliverResult> | DeliverResult {
  if (!next.isKept) return stays({ outcome, at: next.at }, reception, deps);
  return { outcome, retry: false, retryIn: secondsUntil(next.at, deps.clock()) };
}

async function stays(
  { outcome, at }: { readonly outcome: DeliverResult['outcome']; readonly at: Date },
  { receiptHandle }: Reception,
  deps: DeliverDeps,
): Promise<DeliverResult> {
  const retryIn = secondsUntil(at, deps.clock());
  await deps.queue.postpone(receiptHandle, retryIn);
  return { outcome, retry: true, retryIn };
}

const secondsUntil = (date: Date, now: Date): number => Math.max(1, Math.ceil((date.getTime() - now.getTime()) / 1000));
