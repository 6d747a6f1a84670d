import type { CredentialHolder } from '../consumers/authenticate-client.ts';
import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { tenantId } from '../core/tenant-id.ts';
import type { TenantRepository } from '../tenants/tenant-repository.ts';
import { type ApiEvent, headerOf } from './api-event.ts';

/** Refuses a Tenant header that contradicts a credential that this system issued for one tenant; it may be missing. Throws TenantNotFound. */
export function requireOwnTenant({ tenant }: Actor, event: ApiEvent): void {
  const header = headerOf(event, 'tenant');
  if (header && header !== tenant) throw tenantNotFound(header);
}

/**
 * Returns the actor of a credential that this system issued, in its tenant. That of an integration system of all tenants acts in the tenant that the
 * header chooses: the one that it was registered in, or one that has a description, which is read consistently. Throws TenantRequired,
 * TenantNotFound.
 */
export async function actorInTenant(
  { actor, auth }: CredentialHolder,
  event: ApiEvent,
  tenants: Pick<TenantRepository, 'isDescribed'>,
): Promise<CredentialHolder['actor']> {
  if (actor.kind !== 'integration_system' || !auth.allTenants) {
    requireOwnTenant(actor, event);
    return actor;
  }
  const header = headerOf(event, 'tenant');
  if (!header) throw tenantRequired();
  const tenant = tenantId(header);
  if (tenant !== actor.tenant && !(await tenants.isDescribed(tenant))) throw tenantNotFound(tenant);
  return { ...actor, tenant };
}

export const tenantRequired = (): AppError => new AppError('TenantRequired', 'Tenant is required: name it in the header Tenant');

const tenantNotFound = (header: string): AppError =>
  new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: header.slice(0, 128) } });
