import { type Actor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidData, notFound } from '../core/errors.ts';
import { mapConcurrently } from '../core/map-concurrently.ts';
import type { DeliveryRepository } from './delivery-record.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'findById'>;
  readonly deliveries: Pick<DeliveryRepository, 'listFailed' | 'restart'>;
  readonly clock: Clock;
}

/** Deliveries of one call, which so ends well within the time of a request. */
const maxRecovered = 1000;
const atOnce = 50;

/**
 * Has the deliveries to a webhook that failed, or met an endpoint that was gone, begin anew: those made at `since` or later, the oldest first.
 * Returns how many; at most 1000, so that a caller repeats it until there are none. Throws NotFound, InvalidData.
 */
export async function recoverWebhook(id: string, since: string, actor: Actor, { webhooks, deliveries, clock }: Deps): Promise<number> {
  const from = new Date(since);
  if (Number.isNaN(from.getTime())) throw invalidData('recoverWebhook', { since: 'must be a time' });
  const webhook = await webhooks.findById(actor.tenant, id);
  if (!webhook) throw notFound('webhook', id);
  requireOwnership(actor, webhook.owner.kind, webhook.owner.id);
  if (webhook.disabled) throw invalidData('recoverWebhook', { webhookID: 'is disabled; enable it first' });
  let recovered = 0;
  for await (const ids of deliveries.listFailed(actor.tenant, id, from)) {
    const restarted = await mapConcurrently(ids, atOnce, (one) => deliveries.restart(actor.tenant, one, clock()));
    recovered += restarted.filter((one) => one !== undefined).length;
    if (recovered >= maxRecovered) break;
  }
  return recovered;
}
