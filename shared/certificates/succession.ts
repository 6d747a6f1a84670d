import type { StoredCertificate, SystemAuth } from '../pairing/system-auth.ts';

/**
 * What follows from a request for a further certificate: one that comes `next` after the latest; one that comes `instead` of it, because
 * its answer was lost and the caller made another key; the latest `again`, because it was issued for the same CSR; or the suspicion that
 * the key that asks was copied.
 */
export type Succession = HonestSuccession | DoubtfulSuccession;
export type HonestSuccession = { readonly place: 'next' | 'instead' } | { readonly again: StoredCertificate };
export type DoubtfulSuccession = { readonly suspicion: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' };

/**
 * Whoever proves itself by the latest certificate may have the next one. Whoever still presents the one before either lost the answer to its
 * renewal, and then nobody uses the latest; or somebody else renewed with a copy of its key. `presented` is the fingerprint of the certificate
 * that asks, none for a token of an administrator.
 */
export function successionOf({ certificate: latest }: SystemAuth, presented: string | undefined, csrDigest: string): Succession {
  if (!latest || presented === undefined || presented === latest.fingerprint) return { place: 'next' };
  if (presented !== latest.follows) return { suspicion: 'OLDER_GENERATION' };
  if (latest.csrDigest === csrDigest) return { again: latest };
  return latest.usedAt === undefined ? { place: 'instead' } : { suspicion: 'SUCCESSOR_IN_USE' };
}

export type IssuedNow = Omit<StoredCertificate, 'generation' | 'follows' | 'usedAt'>;

/** The new certificate in its place. One that comes instead of another follows what that one followed. */
export function inPlace(issued: IssuedNow, { certificate: latest }: SystemAuth, place: 'next' | 'instead'): StoredCertificate {
  const follows = place === 'instead' ? latest?.follows : latest?.fingerprint;
  return { ...issued, generation: (latest?.generation ?? 0) + 1, ...(follows === undefined ? {} : { follows }) };
}
