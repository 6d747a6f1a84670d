import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { optional, required, text, validate } from '../core/validate.ts';
import { checkLabels } from '../labels/label.ts';
import { defaultTemplate } from './default-template.ts';
import { artifactKinds, type FormationTemplate } from './formation-template.ts';
import type { FormationTemplateRepository } from './formation-template-repository.ts';

const types = z.array(required(256)).max(100);

const templateInput = z.object({
  name: required(256),
  applicationTypes: types,
  runtimeTypes: optional(types),
  runtimeTypeDisplayName: optional(text(512)),
  runtimeArtifactKind: optional(z.enum(artifactKinds)),
  leadingProductIDs: optional(types),
  supportsReset: optional(z.boolean()),
  discoveryConsumers: optional(types),
  labels: optional(z.record(z.string(), z.json())),
  webhooks: optional(z.array(z.unknown())),
});

export type ChangeTemplates = Templates<'find' | 'replace'>;

type Templates<K extends keyof FormationTemplateRepository> = { readonly formationTemplates: Pick<FormationTemplateRepository, K> };

/** The fields of a template that its users choose. */
type Content = Omit<FormationTemplate, 'tenant' | 'id' | 'formationCount' | 'version' | 'changedBy'>;

/** Creates a formation template. Throws InvalidData, NotUniqueName. */
export async function createFormationTemplate(
  given: object,
  actor: Actor,
  { formationTemplates }: Templates<'insert'>,
): Promise<FormationTemplate> {
  const input = inputOf('FormationTemplateRegisterInput', given);
  const { tenant } = actor;
  const template = { ...input, tenant, id: newId(), formationCount: 0, version: 1, changedBy: describeActor(actor) };
  await formationTemplates.insert(template);
  return template;
}

/** Replaces a template, for later assignments. Throws NotFound, InvalidData, InvalidOperation, NotUniqueName. */
export function updateFormationTemplate(
  id: string,
  given: object,
  actor: Actor,
  { formationTemplates }: ChangeTemplates,
): Promise<FormationTemplate> {
  const input = inputOf('FormationTemplateUpdateInput', given);
  return changeFormationTemplate(id, ({ labels }) => ({ ...input, labels: input.labels ?? labels }), actor, { formationTemplates });
}

/** Stores the next version of a template, with what `change` returns as its whole content. Throws NotFound, InvalidOperation, NotUniqueName. */
export function changeFormationTemplate(
  id: string,
  change: (current: FormationTemplate) => Content,
  actor: Actor,
  { formationTemplates }: ChangeTemplates,
): Promise<FormationTemplate> {
  return retryOnConflict(async () => {
    const current = await changeable(id, actor, { formationTemplates });
    const { tenant, formationCount, version } = current;
    const next = { ...change(current), tenant, id, formationCount, version: version + 1, changedBy: describeActor(actor) };
    await formationTemplates.replace(next, current);
    return next;
  });
}

function inputOf(name: string, given: object) {
  const { webhooks, labels, ...input } = validate(name, templateInput, given);
  if (webhooks?.length)
    throw invalidOperation('webhooks of formation templates are not offered here: use addWebhook for Applications and their templates');
  if (labels) checkLabels(labels);
  return { ...input, labels };
}

/** Deletes a template. Throws NotFound, and InvalidOperation for the default one and while there are formations made from it. */
export async function deleteFormationTemplate(
  id: string,
  actor: Actor,
  { formationTemplates }: Templates<'find' | 'delete'>,
): Promise<FormationTemplate> {
  const template = await changeable(id, actor, { formationTemplates });
  await formationTemplates.delete(template);
  return template;
}

async function changeable(id: string, { tenant }: Actor, { formationTemplates }: Templates<'find'>): Promise<FormationTemplate> {
  const template = await formationTemplates.find(tenant, id);
  if (!template) throw notFound('formationTemplate', id);
  if (template.id === defaultTemplate.id) throw invalidOperation('the default formation template cannot be changed');
  return template;
}
