import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Tenant } from './tenant.ts';

export interface TenantRepository {
  /** Returns true if the tenant has a description. */
  isDescribed(id: TenantId): Promise<boolean>;
  /** The existing descriptions among these tenants, in any order. */
  findMany(ids: readonly TenantId[]): Promise<Tenant[]>;
  /** Every tenant with a description, in the order of their ids. */
  list(page: PageRequest): Promise<Page<Tenant>>;
  /** Reads the listing to its end. */
  count(): Promise<number>;
  /** Writes descriptions in one transaction, replacing earlier ones. */
  write(tenants: readonly Tenant[], changedBy: string): Promise<void>;
  /**
   * Changes a description, or `initial` where there is none, under its version; returns it, undefined if there is neither. Starts again if another
   * write came between. Throws ConcurrentUpdate if that goes on.
   */
  change(
    id: TenantId,
    next: (current: Tenant) => Tenant,
    by: { readonly changedBy: string; readonly initial?: Tenant },
  ): Promise<Tenant | undefined>;
  /** Deletes a description; returns true if there was one. */
  delete(id: TenantId): Promise<boolean>;
  /** Counts the tenant's objects by kind. */
  objects(id: TenantId): Promise<ReadonlyMap<string, number>>;
}
