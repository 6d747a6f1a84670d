import { createdAtOf } from '#shared/core/ids.ts';
import { pageRequest } from '#shared/core/page.ts';
import {
  createFormationTemplate as create,
  deleteFormationTemplate as remove,
  updateFormationTemplate as update,
} from '#shared/formations/change-formation-template.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import {
  deleteFormationTemplateLabel as deleteLabel,
  setFormationTemplateLabel as setLabel,
} from '#shared/formations/label-formation-template.ts';
import { type LabelFilter, labelMatcher } from '#shared/labels/label-filter.ts';
import { labelsOf } from '../labels-by-key.ts';
import { pageOfList, wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { FormationTemplateResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const formationTemplate: QueryResolvers['formationTemplate'] = (_parent, { id }, { actor, deps }) =>
  deps.formationTemplates.find(actor.tenant, id);

const formationTemplates: QueryResolvers['formationTemplates'] = async (_parent, input, { actor, deps }) =>
  pageOfTemplates((await deps.formationTemplates.list(actor.tenant)).filter(matching(input.filter ?? [])), input);

function matching(filters: readonly LabelFilter[]): (template: FormationTemplate) => boolean {
  const matches = labelMatcher(filters);
  return ({ labels = {} }) => matches(labels);
}

const formationTemplatesByName: QueryResolvers['formationTemplatesByName'] = async (_parent, input, { actor, deps }) => {
  const template = await deps.formationTemplates.findByName(actor.tenant, input.name);
  return pageOfTemplates(template ? [template] : [], input);
};

function pageOfTemplates(templates: readonly FormationTemplate[], input: { first?: number | null; after?: string | null }) {
  const page = pageOfList(templates, pageRequest(input.first, input.after), ({ name }) => name);
  return wirePage(
    page,
    input,
    (one) => one,
    async () => templates.length,
  );
}

const createFormationTemplate: MutationResolvers['createFormationTemplate'] = (_parent, input, { actor, deps }) =>
  create(input.in, actor, deps);

const updateFormationTemplate: MutationResolvers['updateFormationTemplate'] = (_parent, input, { actor, deps }) =>
  update(input.id, input.in, actor, deps);

const deleteFormationTemplate: MutationResolvers['deleteFormationTemplate'] = (_parent, { id }, { actor, deps }) => remove(id, actor, deps);

const setFormationTemplateLabel: MutationResolvers['setFormationTemplateLabel'] = (_parent, input, { actor, deps }) =>
  setLabel(input.formationTemplateID, input.in, actor, deps);

const deleteFormationTemplateLabel: MutationResolvers['deleteFormationTemplateLabel'] = (_parent, input, { actor, deps }) =>
  deleteLabel(input.formationTemplateID, input.key, actor, deps);

const formationTemplateFields: FormationTemplateResolvers = {
  supportsReset: ({ supportsReset }) => supportsReset ?? false,
  labels: ({ labels = {} }, { key }) => labelsOf(labels, key),
  // The default template is older than all others.
  createdAt: ({ id }) => new Date(createdAtOf(id) ?? 0).toISOString(),
  webhooks: () => null,
};

export const formationTemplatesResolvers: ResolverPart = {
  Query: { formationTemplate, formationTemplates, formationTemplatesByName },
  Mutation: {
    createFormationTemplate,
    updateFormationTemplate,
    deleteFormationTemplate,
    setFormationTemplateLabel,
    deleteFormationTemplateLabel,
  },
  FormationTemplate: formationTemplateFields,
};
