import { type Actor, actsForTenant } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';

/** Finds a webhook that the actor may change. Throws NotFound, the same for a webhook of another owner as for an unknown id. */
export async function ownWebhook(id: string, actor: Actor, webhooks: Pick<WebhookRepository, 'findById'>): Promise<Webhook> {
  const webhook = await webhooks.findById(actor.tenant, id);
  const own = webhook && (actsForTenant(actor) || (actor.kind === webhook.owner.kind && actor.id === webhook.owner.id));
  if (!own) throw notFound('webhook', id);
  return webhook;
}
