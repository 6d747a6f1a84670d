import { shardOf } from '#shared/core/ids.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { ItemKey } from './owned-items.dynamo.ts';
import { type Item, queryPages } from './read.dynamo.ts';
import { updateRaw } from './write.dynamo.ts';

/** Work that is done when its time has come, by a schedule that serves every tenant. */
export type DueKind = 'HEALTHCHECK' | 'LIVENESS' | 'SWEEP' | 'DELIVERY';

/** An item whose time has come. `seen` is its sort key among due work, which changes whenever its time does. */
export interface DueItem {
  readonly key: ItemKey;
  readonly seen: string;
}

/** A due item that was claimed, and its new sort key among due work. */
export interface ClaimedItem {
  readonly item: Item;
  readonly dueKey: string;
}

/** Spreads the writes of one kind over partitions of the index. */
const shards = 8;
const pageSize = 25;

const duePartition = (kind: DueKind, shard: number): string => `DUE#${kind}#${shard}`;
const dueKeyOf = (id: string, at: Date): string => `${at.toISOString()}#${id}`;

/**
 * Keys of an item in the index `byId` that is due at a time. Only here tenants share a partition: only the schedules read it, and it holds
 * nothing but keys.
 */
export const dueKeys = (kind: DueKind, id: string, at: Date) => ({ idPk: duePartition(kind, shardOf(id, shards)), idSk: dueKeyOf(id, at) });

/** Everything of a kind that is due now, the oldest of each shard first; a page is read when it is needed. */
export async function* dueItems(table: ControlPlaneTable, kind: DueKind, now: Date): AsyncGenerator<DueItem, void> {
  let pages = Array.from({ length: shards }, (_, shard) => pagesOf(table, duePartition(kind, shard), now));
  while (pages.length > 0) {
    const results = await Promise.all(pages.map((page) => page.next()));
    for (const { done, value } of results) if (!done) yield* value;
    pages = pages.filter((_, index) => !results[index]?.done);
  }
}

async function* pagesOf(table: ControlPlaneTable, partition: string, now: Date): AsyncGenerator<DueItem[], void> {
  const query = { index: 'byId', partition, range: { below: now.toISOString() }, attributes: 'pk, sk, idSk' } as const;
  for await (const items of queryPages(table, query, pageSize)) yield items.map(dueItem);
}

const dueItem = ({ pk, sk, idSk }: Item): DueItem => ({ key: { pk, sk } as ItemKey, seen: idSk as string });

/**
 * Takes a due item on by moving it to its next time, before the work is done: of several that see it one gets it, and a crash costs one turn.
 * Answers the item and its new sort key, or undefined if another worker claimed it first or it is gone.
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
