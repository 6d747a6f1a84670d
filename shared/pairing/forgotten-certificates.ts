import { days, later } from '../core/clock.ts';
import type { Fingerprinted, KnownCertificate } from './system-auth.ts';

/** Grace period after expiry (longer than any clock skew) before a certificate is dropped from the item. */
const afterExpiry = days(1);

/** The fingerprints of those that expired a day ago. */
export function forgotten(known: Fingerprinted<KnownCertificate>, now: Date): string[] {
  const since = later(now, -afterExpiry).getTime();
  return Object.entries(known)
    .filter(([, { notAfter }]) => Date.parse(notAfter) < since)
    .map(([fingerprint]) => fingerprint);
}
