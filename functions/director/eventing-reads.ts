import type { EventingDeps } from '#shared/eventing/default-eventing.ts';
import type { Loaders } from './loaders.ts';

/**
 * Reads for the eventing URL of an Application. The Applications of a page share their formations and Runtimes: each of these is read once,
 * not once for each Application.
 */
export const eventingReads = ({ runtimes, members }: Loaders): EventingDeps => ({
  runtimes: { find: (_tenant, id) => runtimes.load(id) },
  formations: { listMembers: (_tenant, formationId, type, page) => members.load({ formationId, type, page }) },
});
