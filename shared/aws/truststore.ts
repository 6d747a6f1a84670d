import { certificatesOf, type TrustAnchors } from '../certificates/trust-anchors.ts';
import type { Clock } from '../core/clock.ts';
import { loadedAtFirstUse } from '../core/loaded-at-first-use.ts';
import { keptFresh, type StaleLog } from './kept-fresh.ts';

/**
 * Reads the trust anchors from the PEM bundle of the mutual-TLS domain. A root that was removed while S3 fails is accepted here, but refused by the
 * handshake.
 */
export function truststore(bucket: string, key: string, clock: Clock, log: StaleLog): TrustAnchors {
  const stored = loadedAtFirstUse(async () => (await import('./stored-text.ts')).storedText(bucket, key), ['read']);
  const read = async () => {
    const certificates = certificatesOf(await stored.read());
    if (certificates.length === 0) throw new Error(`the truststore ${bucket}/${key} holds no certificate`);
    return certificates;
  };
  return { certificates: keptFresh({ what: 'truststore', read, clock, log }) };
}
