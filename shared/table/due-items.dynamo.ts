import { shardOf } from '#shared/core/ids.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { ItemKey } from './owned-items.dynamo.ts';
import { type Item, queryPages } from './read.dynamo.ts';
import { updateRaw } from './write.dynamo.ts';

/** Scheduled work of all tenants. */
export type DueKind = 'HEALTHCHECK' | 'LIVENESS' | 'SWEEP' | 'DELIVERY';

/** A due item. `seen` is its sort key in the index, which changes with its time. */
export interface DueItem {
  readonly key: ItemKey;
  readonly seen: string;
}

/** A due item that was claimed, and its new sort key among due work. */
export interface ClaimedItem {
  readonly item: Item;
  readonly dueKey: string;
}

/** Number of index partitions over which the writes of one kind are spread. */
const shards = 8;
const pageSize = 25;

const duePartition = (kind: DueKind, shard: number): string => `DUE#${kind}#${shard}`;
const dueKeyOf = (id: string, at: Date): string => `${at.toISOString()}#${id}`;

/**
 * Keys of an item in the index `byId` that is due at a time. Tenants share these partitions, which only the schedules read, and which hold keys only.
 */
export const dueKeys = (kind: DueKind, id: string, at: Date) => ({ idPk: duePartition(kind, shardOf(id, shards)), idSk: dueKeyOf(id, at) });

/** Lists the due items of a kind, the oldest of each shard first; pages are read on demand. */
export async function* dueItems(table: ControlPlaneTable, kind: DueKind, now: Date): AsyncGenerator<DueItem, void> {
  let pages = Array.from({ length: shards }, (_, shard) => pagesOf(table, duePartition(kind, shard), now));
  while (pages.length > 0) {
    const results = await Promise.all(pages.map((page) => page.next()));
    for (const { done, value } of results) if (!done) yield* value;
    pages = pages.filter((_, index) => !results[index]?.done);
  }
}

async function* pagesOf(table: ControlPlaneTable, partition: string, now: Date): AsyncGenerator<DueItem[], void> {
  const query = { index: 'byId', partition, range: { below: now.toISOString() }, attributes: ['pk', 'sk', 'idSk'] } as const;
  for await (const items of queryPages(table, query, pageSize)) yield items.map(dueItem);
}

const dueItem = ({ pk, sk, idSk }: Item): DueItem => ({ key: { pk, sk } as ItemKey, seen: idSk as string });

/**
 * Claims a due item by moving it to its next time, before the work is done: one of several workers succeeds, and a crash skips one run. Returns the
 * item and its new sort key, or undefined if another worker claimed it first or it was deleted.
 */
export async function claimDue(table: ControlPlaneTable, { key, seen }: DueItem, next: Date): Promise<ClaimedItem | undefined> {
  const dueKey = dueKeyOf(seen.slice(seen.indexOf('#') + 1), next);
  const claim = {
    UpdateExpression: 'SET idSk = :next',
    ConditionExpression: 'idSk = :seen',
    ExpressionAttributeValues: { ':next': dueKey, ':seen': seen },
  };
  const outcome = await updateRaw(table, key, claim, ({ idSk }) => idSk === dueKey);
  return outcome.isWritten ? { item: outcome.item, dueKey } : undefined;
}

/** Moves a claimed item back to its time before the claim, unless the claim has ended. */
export async function unclaimDue(table: ControlPlaneTable, { key, seen }: DueItem, dueKey: string): Promise<void> {
  await updateRaw(table, key, {
    UpdateExpression: 'SET idSk = :seen',
    ConditionExpression: 'idSk = :claimed',
    ExpressionAttributeValues: { ':seen': seen, ':claimed': dueKey },
  });
}
