import { days, later } from '../core/clock.ts';
import type { Fingerprinted, KnownCertificate } from './system-auth.ts';

/** Grace period after expiry (longer than any clock skew) before a certificate is dropped from the item. */
const afterExpiry = days(1);

/** The fingerprints of those that expired a day ago. */
export const forgotten = (known: Fingerprinted<KnownCertificate>, now: Date): string[] =>
  Object.keys(known).filter((fingerprint) => Date.parse(known[fingerprint]?.notAfter ?? '') < later(now, -afterExpiry).getTime());
