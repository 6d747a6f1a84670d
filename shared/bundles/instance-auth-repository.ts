import type { TenantId } from '../core/tenant-id.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';

export interface InstanceAuthRepository {
  /**
   * Throws NotFound when the bundle or the Runtime does not exist, NotUnique when the bundle has one with this id, and QuotaExceeded when the
   * Runtime has as many of the bundle, or the Application as many in all, as there can be.
   */
  insert(next: BundleInstanceAuth): Promise<void>;
  findById(tenant: TenantId, id: string): Promise<BundleInstanceAuth | undefined>;
  /** Returns true if the tenant has one with this id; one written a moment ago may be missed. One query. */
  exists(tenant: TenantId, id: string): Promise<boolean>;
  /** Throws ConcurrentUpdate unless the stored version is the current one. */
  replace(next: BundleInstanceAuth, current: BundleInstanceAuth): Promise<void>;
  /** Replaces an instance auth of a Runtime by one without a Runtime. Throws ConcurrentUpdate unless the stored version is the current one, NotFound when its Application is gone. */
  release(current: BundleInstanceAuth, next: BundleInstanceAuth): Promise<void>;
  /** Throws NotFound if it was deleted before. */
  delete(current: BundleInstanceAuth): Promise<void>;
  /** All instance auths of a Runtime, at all Applications. */
  listOfRuntime(tenant: TenantId, runtimeId: string): Promise<BundleInstanceAuth[]>;
}
