import type { Application } from '#shared/applications/application.ts';
import type { ApplicationParts, BundlePage, PartsRequest } from '#shared/applications/application-parts.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { applicationTooLarge } from '#shared/applications/application-too-large.ts';
import type { ApiDefinition, EventDefinition } from '#shared/bundles/bundle.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { PartRepository } from '#shared/bundles/bundle-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import { once } from '#shared/core/once.ts';
import type { PageRequest } from '#shared/core/page.ts';
import type { Context } from './context.ts';
import { everyApiDefinition, everyEventDefinition } from './every-definition.ts';
import type { ApplicationModel, BundleModel } from './models.ts';
import { pageOfList } from './page.ts';

type Deps = Pick<Context['deps'], 'applications' | 'bundles'>;

/** An Application with all parts read before: no field reads. */
export const fromDetails = (details: ApplicationDetails): ApplicationModel => ({
  application: details.application,
  webhooks: async () => details.webhooks,
  auths: async () => details.auths,
  bundles: async (page) => pageOfList(details.bundles, page, ({ bundle }) => bundle.id),
  bundleCount: async () => details.bundles.length,
  bundle: async (id) => details.bundles.find(({ bundle }) => bundle.id === id),
  apiDefinition: async (id) => everyApiDefinition(details).find((one) => one.id === id),
  eventDefinition: async (id) => everyEventDefinition(details).find((one) => one.id === id),
  details: async () => details,
});

/** An Application read with the selected parts of `request`. Other parts are read on demand. */
export const fromParts = (parts: ApplicationParts, request: PartsRequest, deps: Deps): ApplicationModel =>
  modelOf(parts.application, request, async () => parts, deps);

/** An Application whose selected parts are read together on demand. */
export const fromHead = (application: Application, request: PartsRequest, deps: Deps): ApplicationModel =>
  modelOf(
    application,
    request,
    once(() => readParts(application, request, deps)),
    deps,
  );

async function readParts({ tenant, id }: Application, request: PartsRequest, { applications }: Deps): Promise<ApplicationParts> {
  const parts = await applications.read(tenant, id, request);
  if (!parts) throw notFound('application', id);
  return parts;
}

function modelOf(application: Application, request: PartsRequest, selected: () => Promise<ApplicationParts>, deps: Deps): ApplicationModel {
  const { tenant, id } = application;
  const other = (parts: PartsRequest) => readParts(application, parts, deps);
  return {
    application,
    webhooks: async () => (await (request.webhooks ? selected() : other({ webhooks: true }))).webhooks ?? [],
    auths: async () => (await (request.auths ? selected() : other({ auths: true }))).auths ?? [],
    bundles: async (page) => {
      const { bundles } = await (isSamePage(request.bundles, page) ? selected() : other({ bundles: page }));
      return readable(id, bundles);
    },
    bundleCount: () => deps.applications.countBundles(tenant, id),
    bundle: (bundleId) => deps.bundles.details({ tenant, applicationId: id, id: bundleId }),
    apiDefinition: (one) => partOf(deps.bundles.apiDefinitions, application, one, deps),
    eventDefinition: (one) => partOf(deps.bundles.eventDefinitions, application, one, deps),
    details: once(async () => {
      const details = await deps.applications.details(tenant, id);
      if (!details) throw notFound('application', id);
      return details;
    }),
  };
}

const isSamePage = (one: PageRequest | undefined, other: PageRequest): boolean =>
  one !== undefined && one.first === other.first && one.after === other.after;

/** Throws AnswerTooLarge if not even one bundle could be read. */
function readable(id: string, page: BundlePage = { data: [], isTooLarge: false }): BundlePage {
  if (page.isTooLarge && page.data.length === 0) throw applicationTooLarge(id);
  return page;
}

/** Reads a definition of the Application: its key is found by its id, then it is read consistently, beside its bundle. */
async function partOf<T extends ApiDefinition | EventDefinition>(
  repository: PartRepository<T>,
  { tenant, id: applicationId }: Application,
  id: string,
  { bundles }: Deps,
): Promise<T | undefined> {
  const found = await repository.findById(tenant, id);
  if (found?.applicationId !== applicationId) return undefined;
  const { bundleId } = found;
  const [part, bundle] = await Promise.all([
    repository.find(found),
    bundleId === undefined ? true : bundles.exists({ tenant, applicationId, id: bundleId }),
  ]);
  return bundle ? part : undefined;
}

/** A bundle that was read with its contents. */
export const readBundle = (contents: BundleDetails): BundleModel => ({ bundle: contents.bundle, contents: async () => contents });

/** A bundle on its own, as the mutations on it answer it. */
export const bundleModel = (bundle: BundleModel['bundle'], { bundles }: Pick<Context['deps'], 'bundles'>): BundleModel => ({
  bundle,
  contents: once(async () => {
    const contents = await bundles.details(bundle);
    if (!contents) throw notFound('bundle', bundle.id);
    return contents;
  }),
});
