import type { Bundle } from '#shared/bundles/bundle.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { type ItemKey, keysOf } from '#shared/table/owned-items.dynamo.ts';
import { shareKey } from '#shared/table/quota-counts-entity.dynamo.ts';
import { bundlePrefix, specPrefix } from './bundle-entities.dynamo.ts';
import { heldPrefix } from './held-instance-auths.dynamo.ts';

type Place = Pick<Bundle, 'tenant' | 'applicationId' | 'id'>;

/**
 * The keys of everything in a bundle, without the bundle itself, of its counts and those that its Runtimes have in the Application, and of the texts that the table may hold: texts first, so that while
 * one is left, what it belongs to is left, too, and leads to it.
 */
export async function keysWithin(table: ControlPlaneTable, { tenant, applicationId, id }: Place): Promise<ItemKey[]> {
  const partition = ownerPartition(tenant, 'application', applicationId);
  const [within, held] = await Promise.all([keysOf(table, partition, `${bundlePrefix}${id}#`), keysOf(table, partition, heldPrefix(id))]);
  const texts = within.flatMap(({ pk, sk }) => {
    const [kind, owner] = sk.split('#').slice(-2);
    return withText.has(kind) ? [{ pk, sk: specPrefix + owner }] : [];
  });
  const shares = held.map(({ pk, sk }) => ({ pk, sk: shareKey(sk.slice(heldPrefix(id).length)) }));
  return [...texts, ...shares, ...held, ...within];
}

/** Kinds of objects that may have a text, as their sort keys name them. */
const withText: ReadonlySet<string | undefined> = new Set(['API', 'EVENT', 'DOC']);
