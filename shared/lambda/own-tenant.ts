import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { type ApiEvent, headerOf } from './api-event.ts';

/**
 * Returns the tenant of a credential that this system issued. A Tenant header may not contradict it. Integration systems must send one, as
 * with the original. Throws TenantRequired, TenantNotFound.
 */
export function requireOwnTenant({ kind, tenant }: Actor, event: ApiEvent): void {
  const header = headerOf(event, 'tenant');
  if (!header && kind === 'integration_system') throw new AppError('TenantRequired', 'Tenant header is required');
  if (header && header !== tenant) {
    throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: header.slice(0, 128) } });
  }
}
