import type { Application } from '#shared/applications/application.ts';
import { asksForParts } from '#shared/applications/application-parts.ts';
import { registerApplication as register } from '#shared/applications/register-application.ts';
import { unregisterApplication as unregister } from '#shared/applications/unregister-application.ts';
import { updateApplication as update } from '#shared/applications/update-application.ts';
import { requireOwnership } from '#shared/core/actor.ts';
import { pageRequest } from '#shared/core/page.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { fromDetails, fromHead, fromParts } from '../application-model.ts';
import { withBundles } from '../compat/definitions-in-registration.ts';
import { filteredPage } from '../filtered-page.ts';
import { pageOfApplications } from '../page-of-applications.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { attributesOfPage } from '../selected-attributes.ts';
import { selectedParts } from '../selected-parts.ts';
import { visibleApplication } from '../visible-application.ts';

const application: QueryResolvers['application'] = async (_parent, { id }, context, info) =>
  (await visibleApplication(id, context, selectedParts(info))) ?? null;

const applications: QueryResolvers['applications'] = async (_parent, input, context, info) => {
  const { actor, deps } = context;
  const request = pageRequest(input.first, input.after);
  const only = attributesOfPage(info, input.filter ?? []);
  const found = await filteredPage<Application>(input.filter ?? [], request, {
    list: (next) => deps.applications.list(actor.tenant, next, only),
    count: () => deps.applications.count(actor.tenant),
    labels: ({ labels, formations }) => withScenarios(labels, formations),
    key: ({ id }) => id,
  });
  return pageOfApplications(found, input, context, info);
};

const registerApplication: MutationResolvers['registerApplication'] = async (_parent, input, { actor, deps }) =>
  fromDetails(await register(withBundles(input.in), actor, deps));

const updateApplication: MutationResolvers['updateApplication'] = async (_parent, input, { actor, deps }, info) =>
  fromHead(await update(input.id, input.in, actor, deps), selectedParts(info), deps);

/** Returns the deleted Application. Its selected parts are read before the deletion. */
const unregisterApplication: MutationResolvers['unregisterApplication'] = async (_parent, { id }, { actor, deps }, info) => {
  requireOwnership(actor, 'application', id);
  const selected = selectedParts(info);
  const parts = asksForParts(selected) ? await deps.applications.read(actor.tenant, id, selected) : undefined;
  const application = await unregister(id, actor, deps);
  return fromParts({ ...parts, application }, selected, deps);
};

export const applicationsResolvers: ResolverPart = {
  Query: { application, applications },
  Mutation: { registerApplication, updateApplication, unregisterApplication },
};
