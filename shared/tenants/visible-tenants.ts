import type { Actor } from '../core/actor.ts';
import { isTenantId, type TenantId } from '../core/tenant-id.ts';
import { maySeeTenant, namedTenants, seesAllTenants, type Tenant, unwritten } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

/** The tenant of this id, if the actor may see it. One that its credential names exists even without a description. */
export async function visibleTenant(id: string, actor: Actor, tenants: Pick<TenantRepository, 'findMany'>): Promise<Tenant | undefined> {
  if (!isTenantId(id) || !maySeeTenant(actor, id)) return undefined;
  const [written] = await tenants.findMany([id]);
  return written ?? (seesAllTenants(actor) && !namedTenants(actor).includes(id) ? undefined : unwritten(id));
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
