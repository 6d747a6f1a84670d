import { type Clock, days, later } from '../core/clock.ts';
import type { PostResult } from './post-notification.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';

/** A webhook whose every attempt failed for so long is disabled. */
const maxFailingMs = days(5);

export interface OutcomeDeps {
  readonly webhooks: Pick<WebhookRepository, 'noteFailing' | 'noteSuccess' | 'disable'>;
  readonly clock: Clock;
}

/**
 * Keeps in mind since when a webhook fails, and disables one whose endpoint is gone (410) or fails for five days. A success after a success costs
 * no write.
 */
export async function noteOutcome(webhook: Webhook, { result }: PostResult, { webhooks, clock }: OutcomeDeps): Promise<void> {
  const now = clock();
  if (result === 'gone') return webhooks.disable(webhook, 'GONE', now);
  if (result === 'accepted') return webhook.failingSince === undefined ? undefined : webhooks.noteSuccess(webhook);
  if (webhook.failingSince === undefined) return webhooks.noteFailing(webhook, now);
  if (now >= later(new Date(webhook.failingSince), maxFailingMs)) return webhooks.disable(webhook, 'FAILING', now);
}
