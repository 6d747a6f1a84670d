import type { Application } from '#shared/applications/application.ts';
import { pageRequest } from '#shared/core/page.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { labelMatcher } from '#shared/labels/label-filter.ts';
import { fromHead } from '../application-model.ts';
import { chosenPage, firstChosen } from '../filtered-page.ts';
import { pageOfApplications } from '../page-of-applications.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { QueryResolvers } from '../schema.generated.ts';
import { selectedParts } from '../selected-parts.ts';

const applicationsByLocalTenantID: QueryResolvers['applicationsByLocalTenantID'] = async (_parent, input, context, info) => {
  const { actor, deps } = context;
  const matches = labelMatcher(input.filter ?? []);
  const isChosen = ({ localTenantID, labels, formations }: Application) =>
    localTenantID === input.localTenantID && matches(withScenarios(labels, formations));
  const found = await chosenPage<Application>(isChosen, pageRequest(input.first, input.after), {
    list: (next) => deps.applications.list(actor.tenant, next),
    count: () => deps.applications.count(actor.tenant),
    key: ({ id }) => id,
  });
  return pageOfApplications(found, input, context, info);
};

const applicationByLocalTenantIDAndAppTemplateID: QueryResolvers['applicationByLocalTenantIDAndAppTemplateID'] = async (
  _parent,
  { localTenantID, applicationTemplateID },
  { actor, deps },
  info,
) => {
  const isChosen = (one: Application) => one.localTenantID === localTenantID && one.applicationTemplateID === applicationTemplateID;
  const found = await firstChosen(isChosen, (next) => deps.applications.list(actor.tenant, next));
  return found ? fromHead(found, selectedParts(info), deps) : null;
};

export const applicationSearchesResolvers: ResolverPart = {
  Query: { applicationsByLocalTenantID, applicationByLocalTenantIDAndAppTemplateID },
};
