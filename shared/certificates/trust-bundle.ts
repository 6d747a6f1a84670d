import type { X509Certificate } from 'node:crypto';
import { fingerprintOf } from './certificate-identity.ts';

interface Bundle {
  /** The certificates of the authorities that the deployment has. */
  readonly current: readonly X509Certificate[];
  /** Certificates that are in the truststore now. */
  readonly published: readonly X509Certificate[];
  /** SHA-256 fingerprints, lower-case hexadecimal, of distrusted certificates. */
  readonly distrusted: readonly string[];
  readonly now: Date;
}

/**
 * Computes the content of the truststore: the certificates of the present authorities, and those already published, because clients may
 * rely on them. Removed are expired certificates, those replaced by one of the same name and key, and those distrusted by their
 * fingerprint. Throws when a certificate of a present authority is distrusted.
 */
export function trustBundle({ current, published, distrusted, now }: Bundle): X509Certificate[] {
  const isDistrusted = (certificate: X509Certificate) => distrusted.includes(fingerprintOf(certificate));
  const contradiction = current.find(isDistrusted);
  if (contradiction) throw new Error(`${nameOf(contradiction)} is distrusted, but its authority is still one of the deployment's`);
  const kept = published.filter((certificate) => certificate.validToDate > now && !isDistrusted(certificate));
  const bundle: X509Certificate[] = [];
  for (const certificate of [...current, ...kept]) {
    if (!bundle.some((other) => hasSameNameAndKey(other, certificate))) bundle.push(certificate);
  }
  return bundle;
}

const hasSameNameAndKey = (one: X509Certificate, other: X509Certificate): boolean =>
  one.subject === other.subject && one.publicKey.equals(other.publicKey);

/** The subject of a certificate as one line, for people. */
export const nameOf = ({ subject }: X509Certificate): string => subject.replaceAll('\n', ', ');
