import type { Reception } from '../core/reception.ts';
import { type RetryTiming, retryDelay } from '../http/retry-schedule.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { Claim, DeliveryRepository } from './delivery-record.ts';
import { type PostDeps, type PostResult, postNotification } from './post-notification.ts';
import type { WebhookOwner } from './webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';

export interface DeliverDeps extends PostDeps {
  readonly webhooks: Pick<WebhookRepository, 'find'>;
  readonly deliveries: Pick<DeliveryRepository, 'claim' | 'end' | 'fail'>;
  readonly queue: Pick<DeliveryQueue, 'postpone'>;
  readonly timing: RetryTiming;
}

export interface DeliverResult {
  readonly outcome: 'delivered' | 'failed' | 'gone' | 'dropped' | 'ended before' | 'busy';
  /** True if the message stays in the queue. */
  readonly retry: boolean;
  readonly status?: number;
  /** Seconds until the queue hands it over again. */
  readonly retryIn?: number;
  readonly error?: unknown;
}

/**
 * Makes one attempt at a delivery, or none if it has ended or another worker has claimed it. A failed one is postponed as the
 * schedule says; after the last, the queue moves the message to the dead letters when it would hand it over again.
 */
export async function deliverWebhook(delivery: Delivery, reception: Reception, deps: DeliverDeps): Promise<DeliverResult> {
  const now = deps.clock();
  const [claim, webhook] = await Promise.all([
    deps.deliveries.claim(delivery, now),
    deps.webhooks.find(ownerOf(delivery), delivery.webhookId),
  ]);
  switch (claim.result) {
    case 'ended':
      return { outcome: 'ended before', retry: false };
    case 'busy':
      return postponed({ outcome: 'busy', retry: true, retryIn: secondsUntil(claim.until, now) }, reception, deps);
    case 'claimed': {
      if (webhook) return settle(delivery, reception, claim, await postNotification(delivery, webhook, deps), deps);
      await deps.deliveries.end(delivery, 'DROPPED', undefined, deps.clock());
      return { outcome: 'dropped', retry: false };
    }
  }
}

const ownerOf = ({ tenant, applicationId, applicationTemplateId }: Delivery): WebhookOwner =>
  applicationTemplateId === undefined
    ? { tenant, kind: 'application', id: applicationId }
    : { tenant, kind: 'application_template', id: applicationTemplateId };

async function settle(delivery: Delivery, reception: Reception, claim: Claim, post: PostResult, deps: DeliverDeps): Promise<DeliverResult> {
  const { status } = post;
  if (post.result !== 'failed') {
    const delivered = post.result === 'accepted';
    await deps.deliveries.end(delivery, delivered ? 'SUCCEEDED' : 'GONE', status, deps.clock());
    return { outcome: delivered ? 'delivered' : 'gone', retry: false, status };
  }
  const delay = retryDelay(reception.count, post.retryAfter, deps.timing);
  await deps.deliveries.fail(delivery, claim, { final: delay === undefined, status, error: post.error }, deps.clock());
  const error = post.cause ?? post.error;
  return postponed({ outcome: 'failed', retry: true, status, error, retryIn: delay ?? 1 }, reception, deps);
}

async function postponed(result: DeliverResult & { retryIn: number }, { receiptHandle }: Reception, deps: DeliverDeps) {
  await deps.queue.postpone(receiptHandle, result.retryIn);
  return result;
}

const secondsUntil = (date: Date, now: Date): number => Math.max(1, Math.ceil((date.getTime() - now.getTime()) / 1000));
