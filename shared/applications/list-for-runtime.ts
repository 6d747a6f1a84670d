import { emptyPage, type Page, type PageRequest } from '../core/page.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { ApplicationRepository } from './application-repository.ts';
import {
  applicationsForRuntime,
  countApplicationsForRuntime,
  everyApplicationOf,
  type ReadApplications,
} from './applications-for-runtime.ts';
import { type HideSelectors, isHidden } from './hidden-applications.ts';

interface Deps<T> {
  readonly read: ReadApplications<T>;
  readonly applications: Pick<ApplicationRepository, 'labelsOf'>;
  readonly formations: Pick<FormationRepository, 'listMembers' | 'findMany'>;
  readonly hideSelectors: HideSelectors;
}

export interface RuntimeApplications<T> {
  readonly page: Page<T>;
  readonly total: () => Promise<number>;
}

/** A page of the Applications that a Runtime sees, and their total number. */
export async function listForRuntime<T>(runtime: Runtime, request: PageRequest, deps: Deps<T>): Promise<RuntimeApplications<T>> {
  const formations = Object.keys(runtime.formations).length;
  if (formations === 0) return { page: emptyPage, total: async () => 0 };
  if (Object.keys(deps.hideSelectors).length > 0) return withoutHidden(runtime, request, deps);
  const count = () => countApplicationsForRuntime(runtime, deps);
  // In one formation the total is a counter, read with the members; for several formations all members must be read.
  const [page, total] = await Promise.all([applicationsForRuntime(runtime, request, deps), formations === 1 ? count() : undefined]);
  return { page, total: async () => total ?? count() };
}

/** Lists without hidden Applications. The labels of all Applications are read first, so that pages are full and the count is exact. */
async function withoutHidden<T>(runtime: Runtime, { first, after }: PageRequest, deps: Deps<T>): Promise<RuntimeApplications<T>> {
  const ids = await everyApplicationOf(runtime, deps);
  const labels = await deps.applications.labelsOf(runtime.tenant, ids);
  const visible = ids.filter((id) => !isHidden(labels.get(id) ?? {}, deps.hideSelectors));
  const rest = after === undefined ? visible : visible.filter((id) => id > after);
  const shown = rest.slice(0, first);
  const last = shown.at(-1);
  const data = await deps.read(shown);
  return { page: rest.length > first && last !== undefined ? { data, next: last } : { data }, total: async () => visible.length };
}
