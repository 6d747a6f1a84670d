import { parse, stringify, v7, validate, version } from 'uuid';

/** A new UUID that sorts by creation time. */
export const newId = (): string => v7();

/** Returns true for a UUID of RFC 9562, in any case of letters and of any version. */
export const isUuid = (value: string): boolean => validate(value);

/** The 16 bytes of a UUID. Throws a TypeError for any other text. */
export const bytesOfUuid = (id: string): Uint8Array => parse(id);

/** The UUID that 16 bytes stand for; undefined where they make none. */
export function uuidOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return stringify(bytes);
  } catch {
    return undefined;
  }
}

/** The text before all version 7 UUIDs of a time and later, in the order of their texts. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}

/** Creation time of a version 7 UUID, in milliseconds since the epoch; undefined for any other text. */
export function createdAtOf(id: string): number | undefined {
  return isUuid(id) && version(id) === 7 ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}

/** Spreads ids evenly over up to 16 shards: the last hexadecimal digit of a UUID is random in every version. */
export const shardOf = (id: string, shards: number): number => Number.parseInt(id.slice(-1), 16) % shards;
