import { setTimeout as sleep } from 'node:timers/promises';
import { createdAtOf, isUuid } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, tenantKey } from './control-plane-table.ts';
import { type Item, queryPage } from './read.dynamo.ts';

/** Age of an id, in milliseconds, after which a miss in the index is final. */
const settlingTimeMs = 5_000;
const pauses = [25, 75, 200];
/** Maximum lead of another process's clock over this one's, in milliseconds. */
const clockSkewMs = 1_000;

/**
 * Finds the item with this id without its parent: one index query. Ids have their creation time; a recent one that is missing is searched again, 3
 * times within 300 ms, so that a client finds its new objects.
 */
export async function findById(table: ControlPlaneTable, tenant: TenantId, id: string, type: string): Promise<Item | undefined> {
  if (!isUuid(id)) return undefined;
  const item = await query(table, tenant, id, type);
  if (item || !isYoung(id)) return item;
  for (const pause of pauses) {
    await sleep(pause);
    const found = await query(table, tenant, id, type);
    if (found) return found;
  }
  return undefined;
}

/** Returns true if the tenant has such an object with this id. One index query, which may miss a new object. */
export const isKnownId = async (table: ControlPlaneTable, tenant: TenantId, id: string, type: string): Promise<boolean> =>
  (await query(table, tenant, id, type)) !== undefined;

/** Returns true for an id with a future creation time, which this system cannot have made. */
function isYoung(id: string): boolean {
  const age = Date.now() - (createdAtOf(id) ?? 0);
  return age > -clockSkewMs && age < settlingTimeMs;
}

async function query(table: ControlPlaneTable, tenant: TenantId, id: string, type: string): Promise<Item | undefined> {
  const { items } = await queryPage(table, { index: 'byId', partition: tenantKey(tenant, 'ID', id), range: { eq: type } }, 1);
  return items[0];
}
