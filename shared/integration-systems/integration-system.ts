import { type Actor, holdsScope, requireScope } from '../core/actor.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** A program that manages Applications and Runtimes of its tenant, or of all tenants. */
export interface IntegrationSystem {
  /** The tenant that it was registered in, and in which it is administered. */
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Set if it acts in every described tenant. Never changes. */
  readonly allTenants?: true;
  /** Number of Applications that name it. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

const allTenantsScope = 'integration_systems:manage';

/** Returns true if the actor may register integration systems of all tenants. */
export const mayReachAllTenants = (actor: Actor): boolean => holdsScope(actor, allTenantsScope);

/** Throws InsufficientScopes for an integration system of all tenants, or a credential of one, that the actor has no right to administer. */
export function requireRightOn({ allTenants }: Pick<IntegrationSystem, 'allTenants'>, actor: Actor): void {
  if (allTenants) requireScope(actor, allTenantsScope);
}
