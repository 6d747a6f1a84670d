import { LRUCache } from 'lru-cache';

/** A record of the library about a sign-in: codes, tokens, grants, sessions. */
interface Stored {
  readonly grantId?: string;
  readonly userCode?: string;
  readonly uid?: string;
  consumed?: number;
}

const maxEntries = 5000;

/**
 * The store of sign-ins, in memory: after a restart users sign in again, which is a click. Entries end with their time, and the oldest go first, so that
 * requests cannot fill the memory.
 */
export function memoryStore(now: () => number = Date.now): (kind: string) => object {
  const entries = new LRUCache<string, Stored>({ max: maxEntries, ttlResolution: 0, perf: { now } });
  return (kind) => {
    const keyOf = (id: string) => `${kind}:${id}`;
    const matching = (matches: (stored: Stored) => boolean) =>
      [...entries.entries()].filter(([key, stored]) => key.startsWith(keyOf('')) && matches(stored));
    const firstOf = (matches: (stored: Stored) => boolean): Stored | undefined => matching(matches)[0]?.[1];
    return {
      upsert: async (id: string, stored: Stored, expiresInSeconds?: number) => {
        entries.set(keyOf(id), stored, expiresInSeconds === undefined ? {} : { ttl: expiresInSeconds * 1000 });
      },
      find: async (id: string) => entries.get(keyOf(id)),
      findByUid: async (uid: string) => firstOf((stored) => stored.uid === uid),
      findByUserCode: async (userCode: string) => firstOf((stored) => stored.userCode === userCode),
      consume: async (id: string) => {
        const stored = entries.get(keyOf(id));
        if (stored) stored.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id: string) => {
        entries.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId: string) => {
        for (const [key] of matching((stored) => stored.grantId === grantId)) entries.delete(key);
      },
    };
  };
}
