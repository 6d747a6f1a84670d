import type { StoredCertificate, SystemAuth } from '../pairing/system-auth.ts';

/**
 * Decision on a request for a further certificate: `next` after the latest; `instead` of the latest, if its answer was lost and the caller made
 * another key; the latest `again`, if it was issued for the same CSR; or the suspicion that the key was copied.
 */
export type Succession = AcceptedSuccession | SuspectedCopy;
export type AcceptedSuccession = { readonly position: 'next' | 'instead' } | { readonly again: StoredCertificate };
export type SuspectedCopy = { readonly suspicion: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' };

/**
 * Decides whether a renewal is legitimate. The latest certificate may always be renewed. Its predecessor may be renewed only while the
 * latest has never been used: then the answer was lost. Otherwise the key is assumed copied. `presented` is the fingerprint of the
 * certificate that asks, undefined for a token of an administrator.
 */
export function successionOf({ certificate: latest }: SystemAuth, presented: string | undefined, csrDigest: string): Succession {
  if (!latest || presented === undefined || presented === latest.fingerprint) return { position: 'next' };
  if (presented !== latest.follows) return { suspicion: 'OLDER_GENERATION' };
  if (latest.csrDigest === csrDigest) return { again: latest };
  return latest.usedAt === undefined ? { position: 'instead' } : { suspicion: 'SUCCESSOR_IN_USE' };
}

export type IssuedNow = Omit<StoredCertificate, 'generation' | 'follows' | 'usedAt'>;

/** Returns the issued certificate as the latest. One issued instead of another has the predecessor of that one. */
export function asLatest(issued: IssuedNow, { certificate: latest }: SystemAuth, position: 'next' | 'instead'): StoredCertificate {
  const follows = position === 'instead' ? latest?.follows : latest?.fingerprint;
  return { ...issued, generation: (latest?.generation ?? 0) + 1, ...(follows === undefined ? {} : { follows }) };
}
