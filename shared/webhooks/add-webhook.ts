import { type Actor, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Sealer } from '../core/sealer.ts';
import type { Webhook, WebhookOwnerKind } from './webhook.ts';
import { newWebhook, type WebhookFields } from './webhook-input.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'insert'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** Adds a webhook to an Application, Runtime or application template. Throws NotFound for the owner, InvalidData, QuotaExceeded. */
export async function addWebhook(
  kind: WebhookOwnerKind,
  ownerId: string,
  input: WebhookFields,
  actor: Actor,
  deps: Deps,
): Promise<Webhook> {
  requireOwnership(actor, kind, ownerId);
  const owner = { tenant: actor.tenant, kind, id: ownerId };
  const webhook = await newWebhook(input, { owner, changedBy: describeActor(actor), now: deps.clock() }, deps.sealer);
  await deps.webhooks.insert(webhook);
  return webhook;
}
