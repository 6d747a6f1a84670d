import type { TenantId } from '../core/tenant-id.ts';

/** Counts of the requests of tenants, or of others with a rate, summed over all instances of all functions. */
export interface RequestCounts<K extends string = TenantId> {
  /** Adds requests to the period that begins then, and returns their sum. The count is forgotten later. */
  add(sender: K, periodBegin: Date, requests: number): Promise<number>;
}
