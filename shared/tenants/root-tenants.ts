import type { Actor } from '../core/actor.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import type { Tenant } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';
import { visibleTenants } from './visible-tenants.ts';

/** Maximum number of ancestors that are looked at. */
const maxAncestors = 100;

/**
 * Finds the ancestors of a tenant that have no parent, itself if it has none, by one read a generation. Only tenants that the actor sees are looked at
 * and count as parents. Throws NotFound, and InvalidOperation for too many ancestors.
 */
export async function rootTenants(id: string, actor: Actor, tenants: Pick<TenantRepository, 'findMany'>): Promise<Tenant[]> {
  const seen = new Map((await visibleTenants([id], actor, tenants)).map((tenant) => [tenant.id as string, tenant] as const));
  if (seen.size === 0) throw notFound('tenant', id);
  let generation = [...seen.values()];
  while (generation.length > 0) {
    const parents = generation.flatMap((tenant) => tenant.parents).filter((parent) => !seen.has(parent));
    if (seen.size + parents.length > maxAncestors) throw invalidOperation(`the tenant has more than ${maxAncestors} ancestors`);
    generation = await visibleTenants(parents, actor, tenants);
    for (const tenant of generation) seen.set(tenant.id, tenant);
  }
  return [...seen.values()].filter(({ parents }) => !parents.some((parent) => seen.has(parent)));
}
