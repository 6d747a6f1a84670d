import type { TenantId } from '../core/tenant-id.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';

export interface InstanceAuthRepository {
  /** Throws NotFound when the bundle or the Runtime does not exist, and NotUnique when the bundle has one with this id. */
  insert(next: BundleInstanceAuth): Promise<void>;
  findById(tenant: TenantId, id: string): Promise<BundleInstanceAuth | undefined>;
  /** Whether the tenant has one with this id, one of the last moment excepted; one query. */
  exists(tenant: TenantId, id: string): Promise<boolean>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replace(next: BundleInstanceAuth, expectedVersion: number): Promise<void>;
  /** Throws NotFound when it is gone already. */
  delete(current: BundleInstanceAuth): Promise<void>;
  /** All that a Runtime has, at all Applications. */
  listOfRuntime(tenant: TenantId, runtimeId: string): Promise<BundleInstanceAuth[]>;
}
