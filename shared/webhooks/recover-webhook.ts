import * as z from 'zod';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidData } from '../core/errors.ts';
import { mapConcurrently } from '../core/map-concurrently.ts';
import { time, validate } from '../core/validate.ts';
import type { DeliveryRepository } from './delivery-record.ts';
import { ownWebhook } from './own-webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'findById'>;
  readonly deliveries: Pick<DeliveryRepository, 'listFailed' | 'restart'>;
  readonly clock: Clock;
}

const given = z.object({ since: time });

/** Maximum number of deliveries of one call, so that it ends within the time of a request. */
const maxRecovered = 1000;
const atOnce = 50;

/**
 * Restarts the deliveries to a webhook that failed or were answered 410: those made at `since` or later, the oldest first. Returns their
 * number, at most 1000; a caller repeats the call until it is 0. Throws NotFound, InvalidData.
 */
export async function recoverWebhook(id: string, since: string, actor: Actor, { webhooks, deliveries, clock }: Deps): Promise<number> {
  const { since: from } = validate('recoverWebhook', given, { since });
  const webhook = await ownWebhook(id, actor, webhooks);
  if (webhook.disabled) throw invalidData('recoverWebhook', { webhookID: 'is disabled; enable it first' });
  let recovered = 0;
  for await (const ids of deliveries.listFailed(actor.tenant, id, from)) {
    const restarted = await mapConcurrently(ids, atOnce, (one) => deliveries.restart(actor.tenant, one, clock()));
    recovered += restarted.filter((one) => one !== undefined).length;
    if (recovered >= maxRecovered) break;
  }
  return recovered;
}
