import type { TenantId } from '../core/tenant-id.ts';

/** Counts of the requests of tenants, summed over all instances of all functions. */
export interface RequestCounts {
  /** Adds requests to the period that begins then, and returns their sum. The count is forgotten later. */
  add(tenant: TenantId, periodBegin: Date, requests: number): Promise<number>;
}
