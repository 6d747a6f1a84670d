import type { Report } from '#shared/core/masked-error.ts';
import { onceResolved } from '#shared/core/once.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { metadataPaths } from '#shared/pairing/compat/legacy-paths.ts';
import type { DirectorDeps } from '../deps.ts';

const isOfServices = ({ routeKey }: ApiEvent): boolean => Object.values(metadataPaths).some((path) => routeKey.endsWith(` ${path}`));

/** Few requests need the code, and the others need not wait for it. */
const loaded = onceResolved(() => import('./service-operations.ts'));

/**
 * Serves the services of the original's Connectivity Adapter: an Application registers its bundles in the form of before GraphQL, over the same use
 * cases. `serve` gets all other requests.
 */
export const metadataServices =
  (deps: DirectorDeps, report: Report, serve: (event: ApiEvent) => Promise<ApiResult>) =>
  async (event: ApiEvent): Promise<ApiResult> => {
    if (!isOfServices(event)) return serve(event);
    const { serveServices } = await loaded();
    return serveServices(event, deps, report);
  };
