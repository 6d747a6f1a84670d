import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Tenant } from './tenant.ts';

export interface TenantRepository {
  /** Those that were written, in any order. */
  findMany(ids: readonly TenantId[]): Promise<Tenant[]>;
  /** Every tenant that was written, in the order of their ids. */
  list(page: PageRequest): Promise<Page<Tenant>>;
  /** Reads the listing to its end. */
  count(): Promise<number>;
  /** Writes all or nothing, over what was written before. */
  write(tenants: readonly Tenant[], changedBy: string): Promise<void>;
  /** Forgets what was written; answers whether there was anything. */
  delete(id: TenantId): Promise<boolean>;
  /** Counts the tenant's objects by kind. */
  objects(id: TenantId): Promise<ReadonlyMap<string, number>>;
}
