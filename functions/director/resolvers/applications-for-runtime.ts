import type { GraphQLResolveInfo } from 'graphql';
import { normalizedName } from '#shared/applications/application-name.ts';
import { type ApplicationParts, asksForParts } from '#shared/applications/application-parts.ts';
import type { ReadApplications } from '#shared/applications/applications-for-runtime.ts';
import { listForRuntime } from '#shared/applications/list-for-runtime.ts';
import type { CurrentRevision } from '#shared/configuration/configuration-revision.ts';
import { type Actor, requireOwnership } from '#shared/core/actor.ts';
import { invalidRequest } from '#shared/core/errors.ts';
import { isUuid } from '#shared/core/ids.ts';
import { emptyPage, keyedPage, type Page, type PageRequest, type WantedPage, wantedIdPage } from '#shared/core/page.ts';
import { wantsNormalizedNames } from '#shared/eventing/eventing-url.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import { fromParts } from '../application-model.ts';
import type { DirectorDeps } from '../deps.ts';
import type { ApplicationModel } from '../models.ts';
import { wirePage } from '../page.ts';
import { cutToBudget, namesPageSize, selectsTexts, textBytesOf } from '../page-budget.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { QueryResolvers } from '../schema.generated.ts';
import { type SelectedParts, selectedPartsOfPage } from '../selected-parts.ts';
import { readsViewsOnly } from '../viewed-fields.ts';

const applicationsForRuntime: QueryResolvers['applicationsForRuntime'] = async (_parent, input, { actor, deps, loaders }, info) => {
  requireOwnership(actor, 'runtime', input.runtimeID);
  const wanted = wantedIdPage(input.first, input.after);
  const parts = selectedPartsOfPage(info);
  const byViews = asksForParts(parts) && readsViewsOnly(info);
  const [runtime, revision] = await Promise.all([
    isUuid(input.runtimeID) ? deps.runtimes.find(actor.tenant, input.runtimeID) : undefined,
    byViews ? loaders.revision() : undefined,
  ]);
  if (!runtime) throw invalidRequest('runtime does not exist');
  const read = revision ? viewReader(revision, actor, deps) : reader(parts, actor, deps);
  const { page, total } = await visibleTo(runtime, wanted, { ...deps, read });
  const entry = entryOf(parts, wantsNormalizedNames(runtime), deps);
  return wirePage(cutBySize(withoutTooLarge(page, parts), info), input, entry, total);
};

/** The Applications before an offset are passed over by their ids. */
async function visibleTo<T>(runtime: Runtime, wanted: WantedPage, deps: Parameters<typeof listForRuntime<T>>[2]) {
  const ids = (page: PageRequest) => listForRuntime(runtime, page, { ...deps, read: async (found) => found });
  const request = await keyedPage(wanted, async (page) => (await ids(page)).page);
  return request ? listForRuntime(runtime, request, deps) : { page: emptyPage, total: (await ids({ first: 1 })).total };
}

/** Reads what the configuration shows. The revision was read before, so that a view which it calls current has every change until then. */
const viewReader =
  (revision: CurrentRevision, { tenant }: Actor, { applicationViews }: DirectorDeps): ReadApplications<ApplicationParts> =>
  (ids) =>
    applicationViews.read(tenant, ids, revision);

const reader =
  (parts: SelectedParts, { tenant }: Actor, { applications }: DirectorDeps): ReadApplications<ApplicationParts> =>
  async (ids) => {
    if (asksForParts(parts))
      return (await Promise.all(ids.map((id) => applications.read(tenant, id, parts)))).filter((one) => one !== undefined);
    const found = new Map((await applications.findMany(tenant, ids)).map((application) => [application.id, { application }]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };

/** The error of an Application whose bundles are left out. */
const leftOut = 'the bundles of this application are larger than one answer: they are left out until some are deleted';

const isTooLarge = ({ bundles }: ApplicationParts): boolean => bundles?.isTooLarge === true;

/** Leaves the bundles of too large Applications out if the caller selects `error`; otherwise returns those that fit, the oldest first. */
const withoutTooLarge = (page: Page<ApplicationParts>, { error }: SelectedParts): Page<ApplicationParts> => ({
  ...page,
  data: page.data.map((one) => (error && one.bundles && isTooLarge(one) ? { ...one, bundles: { data: [], isTooLarge: true } } : one)),
});

/** A page that exceeds one answer ends early for callers that read on; other callers get an error. */
function cutBySize(page: Page<ApplicationParts>, info: GraphQLResolveInfo): Page<ApplicationParts> {
  const texts = selectsTexts(info);
  if (!texts && !namesPageSize(info)) return page;
  const sizeOf = (parts: ApplicationParts) => JSON.stringify(parts).length + (texts ? textBytesOf(parts.bundles?.data ?? []) : 0);
  return cutToBudget(page, sizeOf, ({ application: { id } }) => id);
}

const entryOf =
  (selected: SelectedParts, normalized: boolean, deps: DirectorDeps) =>
  (parts: ApplicationParts): ApplicationModel => {
    const { application: head, bundles = null } = parts;
    const application = normalized ? { ...head, name: normalizedName(head.name) } : head;
    const model = fromParts({ ...parts, application }, selected, deps);
    return isTooLarge(parts) ? { ...model, error: leftOut, bundles: async () => (selected.error ? null : bundles) } : model;
  };

export const applicationsForRuntimeResolvers: ResolverPart = { Query: { applicationsForRuntime } };
