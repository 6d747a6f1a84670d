import { createHash, X509Certificate } from 'node:crypto';
import { pemBlocks } from './pem-blocks.ts';

/** The certificate authorities whose client certificates are accepted. */
export interface TrustAnchors {
  certificates(): Promise<readonly X509Certificate[]>;
}

/** The certificates of a PEM bundle, in order. */
export const certificatesOf = (pem: string): X509Certificate[] => pemBlocks(pem, 'CERTIFICATE').map((text) => new X509Certificate(text));

/** Returns true if `issuer` signed it. The name alone is not enough, since an authority may have had several keys under one name. */
export const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** The chain of a certificate among `anchors`: its issuer first, the root last. */
export function issuersOf(certificate: X509Certificate, anchors: readonly X509Certificate[]): X509Certificate[] {
  const issuer = anchors.find((anchor) => isIssuedBy(certificate, anchor));
  if (!issuer || issuer.fingerprint256 === certificate.fingerprint256) return [];
  const others = anchors.filter((anchor) => anchor !== issuer);
  return [issuer, ...issuersOf(issuer, others)];
}

/**
 * Id of an authority: SHA-256 of its public key, as lower-case hexadecimal. A certificate made again for the same key does not change it.
 */
export const authorityIdOf = ({ publicKey }: X509Certificate): string =>
  createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');
