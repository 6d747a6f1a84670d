import { days, later } from '../core/clock.ts';
import type { Fingerprinted, KnownCertificate } from './system-auth.ts';

/** Far more than clocks differ by: nobody accepts the certificate any more, so that nothing needs to be known of it. */
const afterExpiry = days(1);

/** The fingerprints of those that expired a day ago. */
export const forgotten = (known: Fingerprinted<KnownCertificate>, now: Date): string[] =>
  Object.keys(known).filter((fingerprint) => Date.parse(known[fingerprint]?.notAfter ?? '') < later(now, -afterExpiry).getTime());
