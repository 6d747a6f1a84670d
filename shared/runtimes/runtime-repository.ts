import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { InitialAssignment, MemberMoves } from '../formations/formation.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { Runtime } from './runtime.ts';

export interface RuntimeRepository {
  /** Throws NotUnique when the id is taken. */
  insert(runtime: Runtime, assignments: readonly InitialAssignment[], webhooks?: readonly Webhook[]): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Runtime | undefined>;
  /** Returns the existing ones among these ids, in any order. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<Runtime[]>;
  /** Throws NotFound. */
  get(tenant: TenantId, id: string): Promise<Runtime>;
  /**
   * Writes the Runtime and the formations that it enters and leaves in one transaction; its `formations` are those afterwards. Throws
   * QuotaExceeded for more labels than there may be, and ConcurrentUpdate unless the stored version is that of `current`, and for a formation or
   * membership that was created or deleted meanwhile.
   */
  replace(next: Runtime, current: Runtime, moves?: MemberMoves): Promise<void>;
  /** Deletes it with everything under it and its assignments. */
  delete(runtime: Runtime, deletedBy: string): Promise<void>;
  list(tenant: TenantId, page: PageRequest): Promise<Page<Runtime>>;
  count(tenant: TenantId): Promise<number>;
}
