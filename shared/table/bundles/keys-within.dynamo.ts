import type { Bundle } from '#shared/bundles/bundle.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { type ItemKey, keysOf } from '#shared/table/owned-items.dynamo.ts';
import { bundlePrefix, specPrefix } from './bundle-entities.dynamo.ts';
import { heldPrefix } from './held-instance-auths.dynamo.ts';

type Place = Pick<Bundle, 'tenant' | 'applicationId' | 'id'>;

/**
 * The keys of everything in a bundle, without the bundle itself: texts first, so that while one is left, what it belongs to is left, too, and
 * leads to it.
 */
export async function keysWithin(table: ControlPlaneTable, { tenant, applicationId, id }: Place): Promise<ItemKey[]> {
  const keys = await keysOf(table, ownerPartition(tenant, 'application', applicationId));
  const within = keys.filter(({ sk }) => sk.startsWith(`${bundlePrefix}${id}#`));
  const specKeys = new Set(within.map(({ sk }) => specPrefix + sk.split('#').at(-1)));
  return [...keys.filter(({ sk }) => specKeys.has(sk) || sk.startsWith(heldPrefix(id))), ...within];
}
