import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import { invalidData, invalidOperation, notFound } from '../core/errors.ts';
import { isTenantId, type TenantId } from '../core/tenant-id.ts';
import { optional, required, text, validate } from '../core/validate.ts';
import { maySeeTenant, type Tenant, tenantTypes } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

type Tenants<K extends keyof TenantRepository> = { readonly tenants: Pick<TenantRepository, K> };

const short = optional(text(256));

const mapping = z.object({
  name: required(256),
  externalTenant: z.string(),
  parent: short,
  parents: optional(z.array(text(256).nullable()).max(20)),
  type: z.enum(tenantTypes),
  provider: short,
  subdomain: short,
  region: short,
  licenseType: short,
  customerID: short,
  customerId: short,
  costObjectID: short,
  costObjectId: short,
  costObjectType: short,
});

/** Maximum number of tenants in one transaction. */
const maxTenantsPerCall = 100;

/**
 * Stores descriptions of tenants, replacing earlier ones, in one transaction. They give no access. Throws InvalidData, and NotFound for a
 * tenant that the actor's credential does not name.
 */
export async function writeTenants(given: readonly object[], actor: Actor, { tenants }: Tenants<'write'>): Promise<Tenant[]> {
  if (given.length > maxTenantsPerCall)
    throw invalidData('writeTenants', { in: `at most ${maxTenantsPerCall} tenants are written at once` });
  const described = given.map(descriptionOf);
  if (new Set(described.map(({ id }) => id)).size < described.length)
    throw invalidData('writeTenants', { in: 'must name each tenant once' });
  const written = described.map(({ id, ...description }) => ({ ...description, id: requireVisible(actor, id) }));
  if (written.length > 0) await tenants.write(written, describeActor(actor));
  return written;
}

/** The description to write, with an id that is not authorised yet. */
export function descriptionOf(given: object): Omit<Tenant, 'id'> & { readonly id: string } {
  const {
    externalTenant,
    parent,
    parents = [],
    customerId,
    costObjectId,
    ...named
  } = validate('BusinessTenantMappingInput', mapping, given);
  const fields = { ...named, customerID: named.customerID ?? customerId, costObjectID: named.costObjectID ?? costObjectId };
  const all = new Set([...parents, parent].filter((id) => typeof id === 'string' && id !== '') as string[]);
  if (all.has(externalTenant)) throw invalidData('BusinessTenantMappingInput', { parents: 'a tenant is no parent of its own' });
  return { ...fields, id: externalTenant, parents: [...all] };
}

/**
 * Deletes descriptions of tenants; returns how many there were. Throws NotFound for a tenant that the actor's credential does not name,
 * InvalidData for too many, and InvalidOperation, before any deletion, for one that has objects.
 */
export async function deleteTenants(ids: readonly string[], actor: Actor, { tenants }: Tenants<'objects' | 'delete'>): Promise<number> {
  if (ids.length > maxTenantsPerCall)
    throw invalidData('deleteTenants', { in: `at most ${maxTenantsPerCall} tenants are deleted at once` });
  const wanted = [...new Set(ids)].map((id) => requireVisible(actor, id));
  for (const id of wanted) requireEmpty(id, await tenants.objects(id));
  const deleted = await Promise.all(wanted.map((id) => tenants.delete(id)));
  return deleted.filter(Boolean).length;
}

/** Throws NotFound for a tenant that the actor does not see. */
export function requireVisible(actor: Actor, id: string): TenantId {
  if (!isTenantId(id) || !maySeeTenant(actor, id)) throw notFound('tenant', id);
  return id;
}

function requireEmpty(id: TenantId, objects: ReadonlyMap<string, number>): void {
  if (objects.size === 0) return;
  const listed = [...objects].map(([name, count]) => `${name}: ${count}`).join(', ');
  throw invalidOperation(`tenant ${id} still has objects (${listed})`);
}
