import { X509Certificate } from 'node:crypto';

/** The certificate authorities whose client certificates count. */
export interface TrustAnchors {
  certificates(): Promise<readonly X509Certificate[]>;
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM bundle, in order. */
export const certificatesOf = (pem: string): X509Certificate[] => (pem.match(block) ?? []).map((text) => new X509Certificate(text));
