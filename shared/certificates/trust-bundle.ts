import type { X509Certificate } from 'node:crypto';
import { fingerprintOf } from './certificate-identity.ts';

interface Bundle {
  /** The certificates of the authorities that the deployment has. */
  readonly current: readonly X509Certificate[];
  /** What the truststore holds so far. */
  readonly published: readonly X509Certificate[];
  /** SHA-256 fingerprints, lower-case hexadecimal, of certificates that no longer count. */
  readonly distrusted: readonly string[];
  readonly now: Date;
}

/**
 * What the truststore shall hold: the certificates of the authorities there are, and what it holds already, because clients may rely on it.
 * Out of it go what has expired, what a certificate of the same name and key takes the place of, and what is distrusted by its fingerprint:
 * nothing else. Throws when a certificate of an authority that is still there is distrusted.
 */
export function trustBundle({ current, published, distrusted, now }: Bundle): X509Certificate[] {
  const isDistrusted = (certificate: X509Certificate) => distrusted.includes(fingerprintOf(certificate));
  const contradiction = current.find(isDistrusted);
  if (contradiction) throw new Error(`${nameOf(contradiction)} is distrusted, but its authority is still one of the deployment's`);
  const kept = published.filter((certificate) => certificate.validToDate > now && !isDistrusted(certificate));
  const bundle: X509Certificate[] = [];
  for (const certificate of [...current, ...kept]) {
    if (!bundle.some((other) => vouchesForTheSame(other, certificate))) bundle.push(certificate);
  }
  return bundle;
}

const vouchesForTheSame = (one: X509Certificate, other: X509Certificate): boolean =>
  one.subject === other.subject && one.publicKey.equals(other.publicKey);

/** What a certificate is called where people read it. */
export const nameOf = ({ subject }: X509Certificate): string => subject.replaceAll('\n', ', ');
