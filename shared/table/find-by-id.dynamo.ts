import { setTimeout as sleep } from 'node:timers/promises';
import { createdAtOf, isUuid } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, tenantKey } from './control-plane-table.ts';
import { type Item, queryPage } from './read.dynamo.ts';

/** An index is eventually consistent: a miss means something only for an id that had this long to get there. */
const settlingTimeMs = 5_000;
const pauses = [25, 75, 200];
/** Maximum lead of another process's clock over this one's, in milliseconds. */
const clockSkewMs = 1_000;

/**
 * The item with this id, where its parent is not known: one index query. Ids carry their time of birth; a miss on one
 * that was born a moment ago is looked up again, 3 times within 300 ms, so that what a client just created is found.
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

/** Returns true if the tenant has such an object with this id; one index query, which may miss what was written a moment ago. */
export const isKnownId = async (table: ControlPlaneTable, tenant: TenantId, id: string, type: string): Promise<boolean> =>
  (await query(table, tenant, id, type)) !== undefined;

/** An id that claims to come from the future was not made here. */
function isYoung(id: string): boolean {
  const age = Date.now() - (createdAtOf(id) ?? 0);
  return age > -clockSkewMs && age < settlingTimeMs;
}

async function query(table: ControlPlaneTable, tenant: TenantId, id: string, type: string): Promise<Item | undefined> {
  const { items } = await queryPage(table, { index: 'byId', partition: tenantKey(tenant, 'ID', id), range: { eq: type } }, 1);
  return items[0];
}
