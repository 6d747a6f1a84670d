import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { IntegrationSystem } from './integration-system.ts';

export interface IntegrationSystemRepository {
  /** Throws NotUniqueName when the name is taken. */
  insert(system: IntegrationSystem): Promise<void>;
  find(tenant: TenantId, id: string): Promise<IntegrationSystem | undefined>;
  /** Finds one of all tenants, whichever tenant it was registered in. */
  findOfAllTenants(id: string): Promise<IntegrationSystem | undefined>;
  /** Throws ConcurrentUpdate unless `current` is what is stored, NotUniqueName when its next name is taken. */
  replace(next: IntegrationSystem, current: IntegrationSystem): Promise<void>;
  /** Deletes it with its credentials in one transaction. Throws ConcurrentUpdate unless this version is stored. */
  delete(system: IntegrationSystem): Promise<void>;
  list(tenant: TenantId, page: PageRequest): Promise<Page<IntegrationSystem>>;
  count(tenant: TenantId): Promise<number>;
}
