import type { TenantId } from '../core/tenant-id.ts';

/** A program that manages Applications and Runtimes of its tenant. */
export interface IntegrationSystem {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Number of Applications that name it. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}
