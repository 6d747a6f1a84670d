import type { TenantId } from '../core/tenant-id.ts';
import type { ActiveOperation, EndedOperation, Operation, PendingOperation } from './operation.ts';
import type { RuntimeProvisioning } from './runtime-provisioning.ts';

export interface OperationRepository {
  /**
   * Stores a new operation together with its lock. Returns `exists` if there is an operation of that id; throws ConcurrentOperation if another one
   * holds the lock.
   */
  start(operation: PendingOperation, locked: RuntimeProvisioning): Promise<'started' | 'exists'>;
  find(tenant: TenantId, id: string): Promise<Operation | undefined>;
  findProvisioning(tenant: TenantId, runtimeId: string): Promise<RuntimeProvisioning | undefined>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replace(next: ActiveOperation, expectedVersion: number): Promise<void>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replaceProvisioning(next: RuntimeProvisioning, expectedVersion: number): Promise<void>;
  /** Ends the operation and releases its lock, all or nothing. Throws ConcurrentUpdate when either changed meanwhile. */
  end(operation: EndedOperation, released: RuntimeProvisioning): Promise<void>;
}
