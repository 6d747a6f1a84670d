import { type Actor, actsForTenant } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import type { DeliveryLog, LoggedDelivery } from './delivery-log.ts';
import { type DeliveryRepository, maxAttempts } from './delivery-record.ts';
import { ownerOf } from './owner-of.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'find'>;
  readonly deliveryLog: Pick<DeliveryLog, 'find'>;
  readonly deliveries: Pick<DeliveryRepository, 'restart'>;
  readonly clock: Clock;
}

/**
 * Has a delivery that ended begin anew, with its id and body, within a minute. Throws NotFound, the same for a delivery of another as for an unknown
 * id; InvalidOperation where it is under way, was attempted too often, or its webhook is gone or disabled.
 */
export async function redeliver(id: string, actor: Actor, { webhooks, deliveryLog, deliveries, clock }: Deps): Promise<LoggedDelivery> {
  const delivery = await deliveryLog.find(actor.tenant, id);
  if (!delivery || !isOwn(delivery, actor)) throw notFound('delivery', id);
  if (delivery.attemptCount >= maxAttempts) throw invalidOperation(`the delivery was attempted ${maxAttempts} times`);
  const webhook = await webhooks.find(ownerOf({ ...delivery, tenant: actor.tenant }), delivery.webhookId);
  if (!webhook) throw invalidOperation('the webhook of the delivery was deleted');
  if (webhook.disabled) throw invalidOperation('the webhook of the delivery is disabled; enable it first');
  const now = clock();
  if (!(await deliveries.restart(actor.tenant, id, now))) throw invalidOperation('the delivery is under way');
  return { ...delivery, state: 'PENDING', failure: undefined, dueAt: now.toISOString() };
}

/** Webhooks of a template belong to no Application. */
const isOwn = ({ applicationId, applicationTemplateId }: LoggedDelivery, actor: Actor): boolean =>
  actsForTenant(actor) || (actor.kind === 'application' && actor.id === applicationId && applicationTemplateId === undefined);
