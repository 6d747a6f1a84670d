import type { Application } from '#shared/applications/application.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import type { Context } from './context.ts';
import type { ApplicationModel, BundleModel } from './models.ts';

type Deps = Pick<Context['deps'], 'applications'>;

/** An Application whose insides were read with it. */
export const fromDetails = (details: ApplicationDetails): ApplicationModel => ({
  application: details.application,
  details: async () => details,
});

/** An Application whose insides are one query away. */
export const fromHead = (application: Application, deps: Deps): ApplicationModel => ({
  application,
  details: once(async () => {
    const details = await deps.applications.details(application.tenant, application.id);
    if (!details) throw notFound('application', application.id);
    return details;
  }),
});

/** A bundle on its own, as the mutations on it answer it: its Application is read when something in it is asked for. */
export async function bundleModel(tenant: Application['tenant'], applicationId: string, id: string, deps: Deps): Promise<BundleModel> {
  const details = await deps.applications.details(tenant, applicationId);
  const contents = details?.bundles.find(({ bundle }) => bundle.id === id);
  if (!contents) throw notFound('bundle', id);
  return { contents };
}

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= run();
    return result;
  };
}
