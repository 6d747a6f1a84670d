import type { Application } from '#shared/applications/application.ts';
import { asksForParts } from '#shared/applications/application-parts.ts';
import { registerApplication as register } from '#shared/applications/register-application.ts';
import { unregisterApplication as unregister } from '#shared/applications/unregister-application.ts';
import { updateApplication as update } from '#shared/applications/update-application.ts';
import { requireOwnership } from '#shared/core/actor.ts';
import { type Page, pageRequest } from '#shared/core/page.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { fromDetails, fromHead, fromParts } from '../application-model.ts';
import { withBundles } from '../compat/definitions-in-registration.ts';
import { filteredPage } from '../filtered-page.ts';
import type { ApplicationModel } from '../models.ts';
import { wirePage } from '../page.ts';
import { cutToBudget, selectsTexts, textBytesOf } from '../page-budget.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { attributesOfPage } from '../selected-attributes.ts';
import { type SelectedParts, selectedParts, selectedPartsOfPage } from '../selected-parts.ts';
import { visibleApplication } from '../visible-application.ts';

const application: QueryResolvers['application'] = async (_parent, { id }, context, info) =>
  (await visibleApplication(id, context, selectedParts(info))) ?? null;

const applications: QueryResolvers['applications'] = async (_parent, input, { actor, deps }, info) => {
  const request = pageRequest(input.first, input.after);
  const only = attributesOfPage(info, input.filter ?? []);
  const { page, count } = await filteredPage<Application>(input.filter ?? [], request, {
    list: (next) => deps.applications.list(actor.tenant, next, only),
    count: () => deps.applications.count(actor.tenant),
    labels: ({ labels, formations }) => withScenarios(labels, formations),
    key: ({ id }) => id,
  });
  const parts = selectedPartsOfPage(info);
  const models = { ...page, data: page.data.map((one) => fromHead(one, parts, deps)) };
  return wirePage(selectsTexts(info) ? await cutByTexts(models, parts) : models, input, (one) => one, count);
};

/** A page of Applications with texts ends when they fill one answer. An unreadable part is an error of its field. */
async function cutByTexts(page: Page<ApplicationModel>, { bundles }: SelectedParts): Promise<Page<ApplicationModel>> {
  if (!bundles) return page;
  const sizes = new Map<ApplicationModel, number>();
  const measure = async (one: ApplicationModel) =>
    sizes.set(
      one,
      await one.bundles(bundles).then(
        (found) => textBytesOf(found?.data ?? []),
        () => 0,
      ),
    );
  await Promise.all(page.data.map(measure));
  return cutToBudget(
    page,
    (one) => sizes.get(one) ?? 0,
    ({ application: { id } }) => id,
  );
}

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
