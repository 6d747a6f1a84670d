import type { Actor } from '../core/actor.ts';
import { isTenantId, type TenantId } from '../core/tenant-id.ts';
import { isNamed, maySeeTenant, namedTenants, type Tenant, unwritten } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

/** The tenant of this id, if the actor may see it. One that its credential names exists even without a description. */
export async function visibleTenant(id: string, actor: Actor, tenants: Pick<TenantRepository, 'findMany'>): Promise<Tenant | undefined> {
  return (await visibleTenants([id], actor, tenants))[0];
}

/** Those of some tenants that the actor may see, each once. */
export async function visibleTenants(ids: readonly string[], actor: Actor, tenants: Pick<TenantRepository, 'findMany'>): Promise<Tenant[]> {
  const visible = [...new Set(ids)].filter(isTenantId).filter((id) => maySeeTenant(actor, id));
  const written = new Map((await tenants.findMany(visible)).map((tenant) => [tenant.id, tenant] as const));
  return visible.flatMap((id) => written.get(id) ?? (isNamed(actor, id) ? [unwritten(id)] : []));
}

/** The tenants that the actor's credential names, in the order of their ids. */
export async function ownTenants(actor: Actor, tenants: Pick<TenantRepository, 'findMany'>): Promise<Tenant[]> {
  const ids = namedTenants(actor);
  const written = new Map((await tenants.findMany(ids)).map((tenant) => [tenant.id, tenant] as const));
  return ids.map((id: TenantId) => written.get(id) ?? unwritten(id));
}

/** Returns true if a term, in any case, is part of a tenant's name or id. */
export function isFoundBy({ id, name = '' }: Tenant, term: string): boolean {
  const wanted = term.toLowerCase();
  return [id, name].some((text) => text.toLowerCase().includes(wanted));
}
