/** One shard of a count. */
export interface Shard {
  readonly count: number;
  /** The shard's part of the remaining quota. Absent before the first division. */
  readonly room: number | undefined;
  readonly limit: number | undefined;
  readonly isNew: boolean;
}

/** Number of shards, so that concurrent registrations of a tenant seldom change the same item. */
export const shardCount = 8;

/** Minimum remaining quota that is still divided among the shards. */
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
 * Returns true if the remaining quota was divided under this limit and its parts are complete. Counts of earlier releases, which know no parts, make
 * it false.
 */
export const isSettled = (shards: readonly Shard[], limit: number): boolean =>
  shards.every((shard) => shard.limit === limit && shard.room !== undefined) &&
  shards.reduce((sum, { count, room = 0 }) => sum + count + room, 0) === limit;

/** Divides the remaining quota into equal parts, with enough for the amount in the object's own shard. */
export const partedFor = (own: number, amount: number, left: number): number[] =>
  evenly(left - amount).map((room, index) => (index === own ? room + amount : room));

/**
 * Chooses the shard to take an amount from: the object's own if its part is enough; another, at random weighted by its part, if little is left;
 * undefined if the quota should be divided again.
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
