import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { ownWebhook } from './own-webhook.ts';
import { sealedSigningKey, signatureScheme, withNewSecret } from './signing-secrets.ts';
import type { Webhook } from './webhook.ts';
import { changedWebhook, type WebhookFields, webhookFields } from './webhook-input.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'findById' | 'replace' | 'delete'>;
  readonly sealer: Sealer;
}

type TimedDeps = Deps & { readonly clock: Clock };

/** Changes the settings of a webhook, of which the type is one. Throws NotFound, InvalidData, QuotaExceeded. */
export async function updateWebhook(id: string, input: WebhookFields, actor: Actor, deps: TimedDeps): Promise<Webhook> {
  const fields = webhookFields(input);
  return retryOnConflict(async () => {
    const current = await ownWebhook(id, actor, deps.webhooks);
    const next = await changedWebhook(current, fields, { changedBy: describeActor(actor), now: deps.clock() }, deps.sealer);
    await deps.webhooks.replace(next, current);
    return next;
  });
}

/**
 * Rotates the signing secret of a webhook, or its pair of keys: deliveries are signed with the new and the previous one for a day. Throws NotFound.
 */
export const rotateSigningSecret = (id: string, actor: Actor, deps: TimedDeps): Promise<Webhook> =>
  retryOnConflict(async () => {
    const current = await ownWebhook(id, actor, deps.webhooks);
    const key = await sealedSigningKey(signatureScheme(current), current, deps.sealer);
    const next = { ...withNewSecret(current, key, deps.clock()), version: current.version + 1, changedBy: describeActor(actor) };
    await deps.webhooks.replace(next, current);
    return next;
  });

/** Enables a disabled webhook and resets its failures; an enabled one does not change. Throws NotFound. */
export const enableWebhook = (id: string, actor: Actor, deps: Pick<Deps, 'webhooks'>): Promise<Webhook> =>
  retryOnConflict(async () => {
    const current = await ownWebhook(id, actor, deps.webhooks);
    if (!current.disabled) return current;
    const { disabled: _, failingSince: __, ...enabled } = current;
    const next = { ...enabled, version: current.version + 1, changedBy: describeActor(actor) };
    await deps.webhooks.replace(next, current);
    return next;
  });

/** Deletes a webhook; deliveries under way to it are dropped. Throws NotFound. */
export const deleteWebhook = (id: string, actor: Actor, deps: Pick<Deps, 'webhooks'>): Promise<Webhook> =>
  retryOnConflict(async () => {
    const webhook = await ownWebhook(id, actor, deps.webhooks);
    await deps.webhooks.delete({ ...webhook, changedBy: describeActor(actor) });
    return webhook;
  });
