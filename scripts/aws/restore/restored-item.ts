/** An item as the document client reads it. */
export type Item = Record<string, unknown>;

/** Types of which the present items stay: a revocation is never forgotten, a delivery that was made is not made again, and contacts are facts. */
const keptTypes: readonly unknown[] = ['RevokedCertificate', 'RevocationList', 'Delivery', 'Endpoint', 'Contact'];

interface Pair {
  readonly restored: Item | undefined;
  readonly present: Item | undefined;
}

/** Returns the item that the table should have after the restore; undefined for none. */
export function itemAfterRestore({ restored, present }: Pair): Item | undefined {
  if (keptTypes.includes((present ?? restored)?.type)) return present ?? restored;
  const item = restored && withoutToken(restored);
  return item && present ? withVersionAfter(present, withContactsOf(present, item)) : item;
}

/** Contacts are facts: with older ones every Runtime would be found to be disconnected until its next poll. */
function withContactsOf(present: Item, item: Item): Item {
  if (item.type === 'RuntimeLiveness') return present;
  if (item.type !== 'SystemAuth' || present.lastSeenAt === undefined) return item;
  const { silent, ...rest } = item;
  return { ...rest, lastSeenAt: present.lastSeenAt, ...(present.silent !== undefined && { silent: present.silent }) };
}

/**
 * One-time tokens do not come back: what was spent since would be good again, and no event says so. A pairing that was not completed is nothing without.
 */
function withoutToken(item: Item): Item | undefined {
  if (item.type !== 'SystemAuth' || item.token === undefined) return item;
  if (item.certificate === undefined && item.client === undefined) return undefined;
  const { token, tokenTerms, ...rest } = item;
  return rest;
}

/** Listeners ignore an event whose version is not higher than the last one that they saw of the entity. */
function withVersionAfter(present: Item, item: Item): Item {
  if (typeof present.version !== 'number' || typeof item.version !== 'number') return item;
  return present.version > item.version ? { ...item, version: present.version + 1 } : item;
}
