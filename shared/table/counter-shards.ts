/** One shard of a count. */
export interface Shard {
  readonly count: number;
  /** Part of the room that is left. Absent: none was parted yet. */
  readonly room: number | undefined;
  readonly limit: number | undefined;
  readonly isNew: boolean;
}

/** Enough that concurrent registrations in one tenant seldom meet on the same item. */
export const shardCount = 8;

/** Less room than this is not parted among the shards any more. */
const worthParting = 8 * shardCount;

/** Whole parts of an amount for all shards. */
const evenly = (amount: number): number[] =>
  Array.from({ length: shardCount }, (_, index) => Math.floor(amount / shardCount) + (index < amount % shardCount ? 1 : 0));

interface StoredShard {
  readonly shard: string;
  readonly count: number;
  readonly room?: number | undefined;
  readonly limit?: number | undefined;
}

/** All shards, in the order of their indexes. */
export function shardsFrom(stored: readonly StoredShard[]): Shard[] {
  const byIndex = new Map(stored.map((shard) => [shard.shard, shard]));
  return Array.from({ length: shardCount }, (_, index) => {
    const found = byIndex.get(String(index));
    return { count: found?.count ?? 0, room: found?.room, limit: found?.limit, isNew: !found };
  });
}

export const totalOf = (shards: readonly Shard[]): number => shards.reduce((sum, { count }) => sum + count, 0);

/**
 * Returns true if the room of every shard was parted under the limit, and all of it together is what is left. It is not where code that knows
 * no room has counted.
 */
export const isSettled = (shards: readonly Shard[], limit: number): boolean =>
  shards.every((shard) => shard.limit === limit && shard.room !== undefined) &&
  shards.reduce((sum, { count, room = 0 }) => sum + count + room, 0) === limit;

/** The room of each shard, of all that is left: even parts, and enough in one's own. */
export const partedFor = (own: number, amount: number, left: number): number[] =>
  evenly(left - amount).map((room, index) => (index === own ? room + amount : room));

/**
 * The shard to take an amount from: the object's own where it has the room; another, at random by the room that it has, where little is left;
 * undefined where the room should be parted anew.
 */
export function roomiest(shards: readonly Shard[], own: number, amount: number, left: number): number | undefined {
  const rooms = shards.map(({ room = 0 }) => (room >= amount ? room : 0));
  if ((rooms[own] ?? 0) > 0) return own;
  if (left >= worthParting) return undefined;
  let at = Math.random() * rooms.reduce((sum, room) => sum + room, 0);
  const index = rooms.findIndex((room) => {
    at -= room;
    return at < 0;
  });
  return index === -1 ? undefined : index;
}
