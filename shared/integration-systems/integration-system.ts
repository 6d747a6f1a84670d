import type { TenantId } from '../core/tenant-id.ts';

/** A program that looks after Applications and Runtimes of its tenant. */
export interface IntegrationSystem {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** How many Applications name it as theirs. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Who made the latest change, as `kind/id`. */
  readonly changedBy: string;
}
