import type { Application } from '#shared/applications/application.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { Bundle } from '#shared/bundles/bundle.ts';
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

/** A bundle on its own, as the mutations on it answer it, with everything in it. */
export async function bundleModel(bundle: Bundle, { bundles }: Pick<Context['deps'], 'bundles'>): Promise<BundleModel> {
  const contents = await bundles.details(bundle);
  if (!contents) throw notFound('bundle', bundle.id);
  return { contents };
}

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= run();
    return result;
  };
}
