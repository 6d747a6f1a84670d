import { labelsOf } from '#functions/director/labels-by-key.ts';
import { type ApplicationTemplate, templateSealingContext } from '#shared/application-templates/application-template.ts';
import {
  createApplicationTemplate as create,
  deleteApplicationTemplate as remove,
  updateApplicationTemplate as update,
} from '#shared/application-templates/change-application-template.ts';
import { registerApplicationFromTemplate as register } from '#shared/application-templates/register-application-from-template.ts';
import { withoutCredentials } from '#shared/application-templates/without-credentials.ts';
import { pageRequest } from '#shared/core/page.ts';
import { fromDetails } from '../application-model.ts';
import { filteredPage } from '../filtered-page.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { ApplicationTemplateResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const applicationTemplate: QueryResolvers['applicationTemplate'] = (_parent, { id }, { actor, deps }) =>
  deps.applicationTemplates.find(actor.tenant, id);

const applicationTemplates: QueryResolvers['applicationTemplates'] = async (_parent, input, { actor, deps }) => {
  const { page, count } = await filteredPage<ApplicationTemplate>(input.filter ?? [], pageRequest(input.first, input.after), {
    list: (next) => deps.applicationTemplates.list(actor.tenant, next),
    count: () => deps.applicationTemplates.count(actor.tenant),
    labels: ({ labels }) => labels,
    key: ({ id }) => id,
  });
  return wirePage(page, input, (one) => one, count);
};

const createApplicationTemplate: MutationResolvers['createApplicationTemplate'] = (_parent, input, { actor, deps }) =>
  create(input.in, actor, deps);

const updateApplicationTemplate: MutationResolvers['updateApplicationTemplate'] = (_parent, input, { actor, deps }) =>
  update(input.id, input.in, actor, deps);

const deleteApplicationTemplate: MutationResolvers['deleteApplicationTemplate'] = (_parent, { id }, { actor, deps }) =>
  remove(id, actor, deps);

const registerApplicationFromTemplate: MutationResolvers['registerApplicationFromTemplate'] = async (_parent, input, { actor, deps }) =>
  fromDetails(await register(input.in, actor, deps));

const applicationTemplateFields: ApplicationTemplateResolvers = {
  applicationInput: async ({ tenant, id, applicationInput }, _arguments, { actor, deps }) => {
    const text = await deps.sealer.open(templateSealingContext(tenant, id), applicationInput);
    return actor.scopes.has('application_template:write') ? text : withoutCredentials(text);
  },
  placeholders: ({ placeholders }) => [...placeholders],
  labels: ({ labels }, { key }) => labelsOf(labels, key),
  accessLevel: () => 'GLOBAL',
  webhooks: async ({ id }, _arguments, { loaders }) => [...(await loaders.webhooksOfTemplates.load(id))],
};

export const applicationTemplatesResolvers: ResolverPart = {
  Query: { applicationTemplate, applicationTemplates },
  Mutation: { createApplicationTemplate, updateApplicationTemplate, deleteApplicationTemplate, registerApplicationFromTemplate },
  ApplicationTemplate: applicationTemplateFields,
};
