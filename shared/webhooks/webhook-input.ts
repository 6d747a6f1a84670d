import * as z from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, text, validate } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import { usableAuth } from '../credentials/usable-auth.ts';
import { httpUrl } from '../http/sendable.ts';
import { problemOfTarget } from '../http/target.ts';
import { signatureSchemes } from './signing-keys.ts';
import { sealedSigningKey, signatureScheme, withNewSecret } from './signing-secrets.ts';
import { configurationChanged, type Webhook, type WebhookOwner, webhookSealingContext } from './webhook.ts';

const template = optional(text(10_000));

/** Webhooks whose answer, now or later, is used by the sender. */
const answeringTypes = new Set(['CONFIGURATION_CHANGED', 'APPLICATION_TENANT_MAPPING', 'FORMATION_LIFECYCLE']);

const fields = z
  .object({
    type: z.string(),
    mode: optional(z.enum(['SYNC', 'ASYNC', 'ASYNC_CALLBACK'])),
    url: optional(httpUrl()),
    urlTemplate: template,
    inputTemplate: template,
    headerTemplate: template,
    outputTemplate: template,
    statusTemplate: template,
    correlationIdKey: optional(text(256)),
    retryInterval: optional(z.number().int().min(0)),
    timeout: optional(z.number().int().min(1)),
    auth: optional(z.record(z.string(), z.unknown())),
    signatureScheme: optional(z.enum(signatureSchemes)),
  })
  .refine(({ url, urlTemplate }) => (url === undefined) !== (urlTemplate === undefined), 'exactly one of url and urlTemplate is required')
  // Webhooks of other types are stored, and called by other systems.
  .superRefine(({ type, url }, context) => {
    const problem = type === configurationChanged && url !== undefined ? problemOfTarget(url) : undefined;
    if (problem) context.addIssue({ code: 'custom', path: ['url'], message: problem });
  })
  .refine(({ mode, type }) => mode === undefined || mode === 'ASYNC' || answeringTypes.has(type), {
    path: ['mode'],
    error: `SYNC and ASYNC_CALLBACK are for ${[...answeringTypes].join(', ')} only`,
  });

export type WebhookFields = z.input<typeof fields>;

type ReadWebhook = z.output<typeof fields>;

/** Reads a WebhookInput; throws InvalidData. */
export const webhookFields = (given: WebhookFields): ReadWebhook => validate('WebhookInput', fields, given);

interface Creation {
  readonly owner: WebhookOwner;
  readonly changedBy: string;
  readonly now: Date;
}

/** A new webhook with a signing key of its own, symmetric unless it asks for another; throws InvalidData. */
export async function newWebhook(given: WebhookFields, { owner, changedBy, now }: Creation, sealer: Sealer): Promise<Webhook> {
  const id = newId();
  const context = webhookSealingContext(owner.tenant, id);
  const { scheme = 'SYMMETRIC', settings } = await describe(webhookFields(given), context, sealer);
  const { sealed, publicKey } = await sealedSigningKey(scheme, { owner, id }, sealer);
  return {
    ...settings,
    owner,
    id,
    secrets: [sealed],
    ...(publicKey && { publicKey }),
    createdAt: now.toISOString(),
    version: 1,
    changedBy,
  };
}

interface Alteration {
  readonly changedBy: string;
  readonly now: Date;
}

/**
 * The webhook with new settings; its identity and whether it is disabled stay, and so do its signing secrets unless it asks for another scheme of
 * signatures. Throws InvalidData.
 */
export async function changedWebhook(
  current: Webhook,
  read: ReadWebhook,
  { changedBy, now }: Alteration,
  sealer: Sealer,
): Promise<Webhook> {
  const { owner, id, secrets, publicKey, previousSecretUntil, createdAt, version, disabled, testedAt } = current;
  const { scheme, settings } = await describe(read, webhookSealingContext(owner.tenant, id), sealer);
  const next: Webhook = {
    ...settings,
    ...(publicKey && { publicKey }),
    ...(previousSecretUntil && { previousSecretUntil }),
    ...(disabled && { disabled }),
    ...(testedAt && { testedAt }),
    ...(settings.url === current.url && current.failingSince && { failingSince: current.failingSince }),
    owner,
    id,
    secrets,
    createdAt,
    version: version + 1,
    changedBy,
  };
  if (scheme === undefined || scheme === signatureScheme(current)) return next;
  return withNewSecret(next, await sealedSigningKey(scheme, current, sealer), now);
}

async function describe({ auth: input, signatureScheme: scheme, ...settings }: ReadWebhook, context: string, sealer: Sealer) {
  if (!input) return { scheme, settings };
  const called = settings.type === configurationChanged ? settings.url : undefined;
  const auth = called === undefined ? parseAuth(input) : usableAuth('WebhookInput', called, input);
  return { scheme, settings: { ...settings, auth: await sealer.seal(context, JSON.stringify(auth)) } };
}
