import { pagesOf } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Formation } from './formation.ts';
import type { FormationRepository } from './formation-repository.ts';

const readAtOnce = 200;

/** Reads all formations of a tenant, page by page. */
export async function everyFormation(
  tenant: TenantId,
  { formations }: { formations: Pick<FormationRepository, 'list'> },
): Promise<Formation[]> {
  const found: Formation[] = [];
  for await (const page of pagesOf((request) => formations.list(tenant, request), readAtOnce)) found.push(...page);
  return found;
}
