import type { TenantId } from '../core/tenant-id.ts';
import type { ActiveOperation, BegunStep, EndedOperation, Operation, PendingOperation } from './operation.ts';
import type { Locking, RuntimeProvisioning } from './runtime-provisioning.ts';

export interface OperationRepository {
  /**
   * Stores a new operation together with its lock, and deletes those that it takes the room of. Returns `exists` if there is an operation of that id; throws ConcurrentOperation if another one
   * holds the lock, and QuotaExceeded if the first operation of a Runtime makes it one too many.
   */
  start(operation: PendingOperation, locking: Locking): Promise<'started' | 'exists'>;
  find(tenant: TenantId, id: string): Promise<Operation | undefined>;
  findProvisioning(tenant: TenantId, runtimeId: string): Promise<RuntimeProvisioning | undefined>;
  /** Notes that a step of an active operation begins, once: a repetition changes nothing, and neither does it the version. */
  noteStep(tenant: TenantId, id: string, name: string, step: BegunStep): Promise<void>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replace(next: ActiveOperation, expectedVersion: number): Promise<void>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replaceProvisioning(next: RuntimeProvisioning, expectedVersion: number): Promise<void>;
  /**
   * Ends the operation and releases its lock, all or nothing. Throws ConcurrentUpdate when either changed meanwhile. A removed Runtime and its
   * operations are forgotten after `removedLifetime`.
   */
  end(operation: EndedOperation, released: RuntimeProvisioning): Promise<void>;
}
