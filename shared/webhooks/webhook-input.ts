import * as z from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, text, validate } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import { usableAuth } from '../credentials/usable-auth.ts';
import { calledUrl } from '../http/sendable.ts';
import { newSigningSecret } from './signing-secrets.ts';
import { configurationChanged, type Webhook, type WebhookOwner, webhookSealingContext } from './webhook.ts';

const template = optional(text(10_000));

/** Webhooks whose answer, now or later, is used by the sender. */
const answeringTypes = new Set(['CONFIGURATION_CHANGED', 'APPLICATION_TENANT_MAPPING', 'FORMATION_LIFECYCLE']);

const fields = z
  .object({
    type: z.string(),
    mode: optional(z.enum(['SYNC', 'ASYNC', 'ASYNC_CALLBACK'])),
    url: optional(calledUrl()),
    urlTemplate: template,
    inputTemplate: template,
    headerTemplate: template,
    outputTemplate: template,
    statusTemplate: template,
    correlationIdKey: optional(text(256)),
    retryInterval: optional(z.number().int().min(0)),
    timeout: optional(z.number().int().min(1)),
    auth: optional(z.record(z.string(), z.unknown())),
  })
  .refine(({ url, urlTemplate }) => (url === undefined) !== (urlTemplate === undefined), 'exactly one of url and urlTemplate is required')
  .refine(({ mode, type }) => mode === undefined || mode === 'ASYNC' || answeringTypes.has(type), {
    path: ['mode'],
    error: `SYNC and ASYNC_CALLBACK are for ${[...answeringTypes].join(', ')} only`,
  });

export type WebhookFields = z.input<typeof fields>;

interface Creation {
  readonly owner: WebhookOwner;
  readonly changedBy: string;
  readonly now: Date;
}

/** A new webhook with a signing secret of its own; throws InvalidData. */
export async function newWebhook(given: WebhookFields, { owner, changedBy, now }: Creation, sealer: Sealer): Promise<Webhook> {
  const id = newId();
  const context = webhookSealingContext(owner.tenant, id);
  const described = await describe(given, context, sealer);
  const secrets = [await sealer.seal(context, newSigningSecret())];
  return { ...described, owner, id, secrets, createdAt: now.toISOString(), version: 1, changedBy };
}

/** The webhook with new settings; its identity, its signing secrets and whether it is disabled stay. Throws InvalidData. */
export async function changedWebhook(current: Webhook, given: WebhookFields, changedBy: string, sealer: Sealer): Promise<Webhook> {
  const { owner, id, secrets, previousSecretUntil, createdAt, version, disabled } = current;
  const described = await describe(given, webhookSealingContext(owner.tenant, id), sealer);
  return {
    ...described,
    ...(previousSecretUntil && { previousSecretUntil }),
    ...(disabled && { disabled }),
    ...(described.url === current.url && current.failingSince && { failingSince: current.failingSince }),
    owner,
    id,
    secrets,
    createdAt,
    version: version + 1,
    changedBy,
  };
}

async function describe(given: WebhookFields, context: string, sealer: Sealer) {
  const { auth: input, ...settings } = validate('WebhookInput', fields, given);
  if (!input) return settings;
  const called = settings.type === configurationChanged ? settings.url : undefined;
  const auth = called === undefined ? parseAuth(input) : usableAuth('WebhookInput', called, input);
  return { ...settings, auth: await sealer.seal(context, JSON.stringify(auth)) };
}
