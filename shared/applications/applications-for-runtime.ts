import { type Page, type PageRequest, pagesOf } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { Runtime } from '../runtimes/runtime.ts';

/** Reads the existing ones among these Applications in one round trip. */
export type ReadApplications<T> = (ids: readonly string[]) => Promise<readonly T[]>;

interface Deps<T> {
  readonly read: ReadApplications<T>;
  readonly formations: Pick<FormationRepository, 'listMembers' | 'findMany'>;
}

/**
 * The Applications that share a formation with a Runtime, each once, in the order of their ids. The members of all formations are read
 * at once, then the Applications of the page at once: two round trips, however many there are.
 */
export async function applicationsForRuntime<T>(runtime: Runtime, page: PageRequest, deps: Deps<T>): Promise<Page<T>> {
  const formationIds = Object.keys(runtime.formations);
  const members = await Promise.all(formationIds.map((id) => deps.formations.listMembers(runtime.tenant, id, 'APPLICATION', page)));
  // If a list has more pages, ids after its last element may be missing from it: the page ends there.
  const horizon = members.flatMap(({ next }) => (next === undefined ? [] : [next])).sort()[0];
  const known = members.flatMap(({ data }) => data.map(({ objectId }) => objectId)).filter((id) => horizon === undefined || id <= horizon);
  const ids = [...new Set(known)].sort();
  const shown = ids.slice(0, page.first);
  const last = shown.at(-1);
  return {
    data: await deps.read(shown),
    ...(last !== undefined && (ids.length > shown.length || horizon !== undefined) ? { next: last } : {}),
  };
}

const countingPage = 1000;

/** Counts the Applications that a Runtime sees: from the formation's counter, or by reading for a Runtime in several. */
export async function countApplicationsForRuntime(runtime: Runtime, { formations }: Pick<Deps<never>, 'formations'>): Promise<number> {
  const ids = Object.keys(runtime.formations);
  if (ids.length <= 1) return (await formations.findMany(runtime.tenant, ids))[0]?.applicationCount ?? 0;
  return (await everyApplicationOf(runtime, { formations })).length;
}

/** Returns the ids of all of them, in order. */
export async function everyApplicationOf(runtime: Runtime, { formations }: Pick<Deps<never>, 'formations'>): Promise<string[]> {
  const members = await Promise.all(Object.keys(runtime.formations).map((id) => everyMember(runtime.tenant, id, formations)));
  return [...new Set(members.flat())].sort();
}

async function everyMember(tenant: TenantId, formationId: string, formations: Deps<never>['formations']): Promise<string[]> {
  const ids: string[] = [];
  for await (const members of pagesOf((page) => formations.listMembers(tenant, formationId, 'APPLICATION', page), countingPage)) {
    ids.push(...members.map(({ objectId }) => objectId));
  }
  return ids;
}
