import * as z from 'zod';
import { invalidData } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, text, validate } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import { usableAuth } from '../credentials/usable-auth.ts';
import { httpUrl } from '../http/sendable.ts';
import { problemOfTarget } from '../http/target.ts';
import { signatureSchemes } from './signing-keys.ts';
import { sealedSigningKey, signatureScheme, withNewSecret } from './signing-secrets.ts';
import { configurationChanged, type Webhook, type WebhookOwner, type WebhookOwnerKind, webhookSealingContext } from './webhook.ts';

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
  // Compass renders no templates: those are for webhooks of other types, which are stored, and called by other systems.
  .refine(({ type, url, urlTemplate }) => type !== configurationChanged || urlTemplate === undefined || url !== undefined, {
    path: ['urlTemplate'],
    error: `is not rendered for ${configurationChanged}: such a webhook would never be called, give url instead`,
  })
  .superRefine(({ type, url }, context) => {
    const problem = type === configurationChanged && url !== undefined ? problemOfTarget(url) : undefined;
    if (problem) context.addIssue({ code: 'custom', path: ['url'], message: problem });
  })
  .refine(({ mode, type }) => mode === undefined || mode === 'ASYNC' || answeringTypes.has(type), {
    path: ['mode'],
    error: `SYNC and ASYNC_CALLBACK are for ${[...answeringTypes].join(', ')} only`,
  });

export type WebhookFields = z.input<typeof fields>;

const aboutApplications: readonly WebhookOwnerKind[] = ['application', 'application_template'];

/** Owners of webhooks by type, where it is not for all of them: no webhook of another owner would ever be called. */
const ownersByType: Readonly<Record<string, readonly WebhookOwnerKind[]>> = {
  REGISTER_APPLICATION: aboutApplications,
  UNREGISTER_APPLICATION: aboutApplications,
  UNPAIR_APPLICATION: aboutApplications,
  OPEN_RESOURCE_DISCOVERY: aboutApplications,
  OPEN_RESOURCE_DISCOVERY_STATIC: aboutApplications,
  SYSTEM_FIELD_DISCOVERY: aboutApplications,
  // Of formation templates, which have no webhooks here.
  FORMATION_LIFECYCLE: [],
};

/** Throws InvalidData for a type that objects of this kind do not have. */
function requireFittingType(type: string, kind: WebhookOwnerKind): void {
  const owners = ownersByType[type];
  if (owners === undefined || owners.includes(kind)) return;
  const belongsTo = owners.length > 0 ? 'Applications and application templates' : 'formation templates';
  throw invalidData('WebhookInput', { type: `${type} is for ${belongsTo}: such a webhook would never be called here` });
}

const templates = ['urlTemplate', 'inputTemplate', 'headerTemplate', 'outputTemplate', 'statusTemplate'] as const;

/** Throws InvalidData for templates that can never be rendered. */
async function requireTemplates(settings: Partial<Record<(typeof templates)[number], string>>): Promise<void> {
  const given = templates.flatMap((name) => (settings[name] ? [{ name, template: settings[name] }] : []));
  if (given.length === 0) return;
  // Few webhooks have templates, and loading the check costs every cold start.
  const { problemOfTemplate, problemOfUrlTemplate } = await import('./webhook-template.ts');
  const problems = given.flatMap(({ name, template }) => {
    const problem = name === 'urlTemplate' ? problemOfUrlTemplate(template) : problemOfTemplate(template);
    return problem === undefined ? [] : [[name, problem]];
  });
  if (problems.length > 0) throw invalidData('WebhookInput', Object.fromEntries(problems));
}

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
  const { scheme = 'SYMMETRIC', settings } = await describe(webhookFields(given), owner.kind, context, sealer);
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
  const { scheme, settings } = await describe(read, owner.kind, webhookSealingContext(owner.tenant, id), sealer);
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

async function describe(
  { auth: input, signatureScheme: scheme, ...settings }: ReadWebhook,
  kind: WebhookOwnerKind,
  context: string,
  sealer: Sealer,
) {
  requireFittingType(settings.type, kind);
  await requireTemplates(settings);
  if (!input) return { scheme, settings };
  const called = settings.type === configurationChanged ? settings.url : undefined;
  const auth = called === undefined ? parseAuth(input) : usableAuth('WebhookInput', called, input);
  return { scheme, settings: { ...settings, auth: await sealer.seal(context, JSON.stringify(auth)) } };
}
