import type { Application } from '#shared/applications/application.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import type { Context } from './context.ts';
import type { ApplicationModel, BundleModel, SpecText } from './models.ts';

type Deps = Pick<Context['deps'], 'applications' | 'bundles'>;

/** An Application whose insides were read with it. */
export const fromDetails = (details: ApplicationDetails, deps: Deps): ApplicationModel =>
  model(details.application, async () => details, deps);

/** An Application whose insides are one query away. */
export const fromHead = (application: Application, deps: Deps): ApplicationModel =>
  model(
    application,
    once(async () => {
      const details = await deps.applications.details(application.tenant, application.id);
      if (!details) throw notFound('application', application.id);
      return details;
    }),
    deps,
  );

/** A bundle on its own, as the mutations on it answer it: its Application is read when something in it is asked for. */
export async function bundleModel(tenant: Application['tenant'], applicationId: string, id: string, deps: Deps): Promise<BundleModel> {
  const details = await deps.applications.details(tenant, applicationId);
  const contents = details?.bundles.find(({ bundle }) => bundle.id === id);
  if (!details || !contents) throw notFound('bundle', id);
  return { contents, specText: fromDetails(details, deps).specText };
}

/** Reads one definition's text; for what is not part of an Application that was read. */
export const singleSpecText =
  ({ tenant, applicationId }: { tenant: Application['tenant']; applicationId: string }, { bundles }: Deps): SpecText =>
  async (id) =>
    (await bundles.specs(tenant, applicationId, [id])).get(id);

function model(application: Application, details: () => Promise<ApplicationDetails>, { bundles }: Deps): ApplicationModel {
  const texts = once(async () => {
    const definitions = (await details()).bundles.flatMap((one) => [...one.apiDefinitions, ...one.eventDefinitions]);
    const ids = definitions.filter(({ spec }) => spec !== undefined).map(({ id }) => id);
    return bundles.specs(application.tenant, application.id, ids);
  });
  return { application, details, specText: async (id) => (await texts()).get(id) };
}

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= run();
    return result;
  };
}
