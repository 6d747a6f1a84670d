import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound, referredTo } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { type Limits, requireQuota } from '../core/quotas.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Sealer } from '../core/sealer.ts';
import { configurationChanged, type Webhook } from '../webhooks/webhook.ts';
import { newWebhook, type WebhookFields } from '../webhooks/webhook-input.ts';
import { type ApplicationTemplate, templateSealingContext } from './application-template.ts';
import { templateFields } from './application-template-input.ts';
import type { ApplicationTemplateRepository } from './application-template-repository.ts';

interface Deps<K extends keyof ApplicationTemplateRepository> {
  readonly applicationTemplates: Pick<ApplicationTemplateRepository, K>;
}

interface WebhookDeps {
  readonly sealer: Sealer;
  readonly limits: Limits;
  readonly clock: Clock;
}

/** Creates a template with its webhooks. Throws InvalidData, and NotUniqueName if the tenant has one of this name. */
export async function createApplicationTemplate(
  given: object,
  actor: Actor,
  deps: Deps<'insert'> & WebhookDeps,
): Promise<ApplicationTemplate> {
  const { webhooks: wanted = [], applicationInput, ...fields } = templateFields(given);
  const [id, now, changedBy] = [newId(), deps.clock(), describeActor(actor)];
  const webhooks = await webhooksOf(id, wanted, actor, now, deps);
  const template: ApplicationTemplate = {
    labels: {},
    ...fields,
    tenant: actor.tenant,
    id,
    applicationInput: await deps.sealer.seal(templateSealingContext(actor.tenant, id), applicationInput),
    configurationWebhookIds: configurationIds(webhooks),
    applicationCount: 0,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    version: 1,
    changedBy,
  };
  await deps.applicationTemplates.insert(template, webhooks);
  return template;
}

/**
 * Replaces a template. Labels and webhooks stay if the input has none. Applications made from it do not change. Throws NotFound, InvalidData,
 * NotUniqueName.
 */
export async function updateApplicationTemplate(
  id: string,
  given: object,
  actor: Actor,
  deps: Deps<'find' | 'replace'> & WebhookDeps,
): Promise<ApplicationTemplate> {
  const { webhooks: wanted, applicationInput, ...fields } = templateFields(given);
  const { tenant } = actor;
  return retryOnConflict(async () => {
    const current = await existing(id, actor, deps.applicationTemplates);
    const now = deps.clock();
    const webhooks = wanted && (await webhooksOf(id, wanted, actor, now, deps));
    const { labels, applicationCount, createdAt, version, configurationWebhookIds } = current;
    const next: ApplicationTemplate = {
      labels,
      ...fields,
      tenant,
      id,
      applicationInput: await deps.sealer.seal(templateSealingContext(tenant, id), applicationInput),
      configurationWebhookIds: webhooks ? configurationIds(webhooks) : configurationWebhookIds,
      applicationCount,
      createdAt,
      updatedAt: now.toISOString(),
      version: version + 1,
      changedBy: describeActor(actor),
    };
    await deps.applicationTemplates.replace(next, current, webhooks);
    return next;
  });
}

/** Deletes a template with its webhooks. Throws NotFound, and InvalidOperation while there are Applications made from it. */
export function deleteApplicationTemplate(
  id: string,
  actor: Actor,
  { applicationTemplates }: Deps<'find' | 'delete'>,
): Promise<ApplicationTemplate> {
  return retryOnConflict(async () => {
    const template = await existing(id, actor, applicationTemplates);
    if (template.applicationCount > 0) throw referredTo('applicationTemplate', { applications: template.applicationCount });
    await applicationTemplates.delete(template);
    return template;
  });
}

async function existing(
  id: string,
  { tenant }: Actor,
  templates: Pick<ApplicationTemplateRepository, 'find'>,
): Promise<ApplicationTemplate> {
  const template = await templates.find(tenant, id);
  if (!template) throw notFound('applicationTemplate', id);
  return template;
}

const webhooksOf = async (
  id: string,
  wanted: readonly WebhookFields[],
  actor: Actor,
  now: Date,
  { sealer, limits }: WebhookDeps,
): Promise<Webhook[]> => {
  const owner = { tenant: actor.tenant, kind: 'application_template', id } as const;
  requireQuota('webhooks', wanted.length, owner, limits);
  return Promise.all(wanted.map((one) => newWebhook(one, { owner, changedBy: describeActor(actor), now }, sealer)));
};

const configurationIds = (webhooks: readonly Webhook[]): string[] =>
  webhooks.filter(({ type }) => type === configurationChanged).map(({ id }) => id);
