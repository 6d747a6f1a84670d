import { uuidv7 } from 'uuidv7';

/** A new UUID that sorts by creation time. */
export const newId = (): string => uuidv7();

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => uuidPattern.test(value);

/** When a version 7 UUID was made, in milliseconds since the epoch; undefined for any other text. */
export function createdAtOf(id: string): number | undefined {
  return isUuid(id) && id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}

/** Spreads ids evenly over up to 16 shards: the last hexadecimal digit of a UUID is random in every version. */
export const shardOf = (id: string, shards: number): number => Number.parseInt(id.slice(-1), 16) % shards;
