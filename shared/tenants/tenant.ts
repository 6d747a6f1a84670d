import { type Actor, actsForTenant, holdsScope } from '../core/actor.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';

export const tenantTypes = [
  'unknown',
  'customer',
  'account',
  'subaccount',
  'organization',
  'folder',
  'resource-group',
  'cost-object',
] as const;

/** Parts of a description that are shown as labels. */
export const tenantFacts = ['region', 'subdomain', 'licenseType', 'customerID', 'costObjectID', 'costObjectType'] as const;

export type TenantFact = (typeof tenantFacts)[number];

/** The description of a tenant. It grants no access: tokens of the identity provider and credentials of this system do. */
export interface Tenant {
  readonly id: TenantId;
  readonly name?: string;
  readonly type: string;
  readonly provider?: string;
  /** The ids of other tenants that it belongs to; nothing is inherited from them. */
  readonly parents: readonly string[];
  readonly subdomain?: string;
  readonly region?: string;
  readonly licenseType?: string;
  readonly customerID?: string;
  readonly costObjectID?: string;
  readonly costObjectType?: string;
  /** Labels beside those parts. */
  readonly labels?: Labels;
}

/** A tenant that a token names and that has no description. */
export const unwritten = (id: TenantId): Tenant => ({ id, type: 'unknown', parents: [] });

/** Returns true if the actor sees all tenants, rather than those that its token names. */
export const seesAllTenants = (actor: Actor): boolean => holdsScope(actor, 'tenants:manage');

/** The tenants that the actor's credential names, in the order of their ids. */
export function namedTenants(actor: Actor): TenantId[] {
  if (!actsForTenant(actor)) return [];
  const others = actor.kind === 'user' ? (actor.otherTenants ?? []) : [];
  return [...new Set([actor.tenant, ...others])].sort();
}

/** Returns true if the actor's credential names the tenant. */
export const isNamed = (actor: Actor, id: string): boolean => namedTenants(actor).some((one) => one === id);

export const maySeeTenant = (actor: Actor, id: string): boolean => seesAllTenants(actor) || isNamed(actor, id);
