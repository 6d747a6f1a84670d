import type { X509Certificate } from 'node:crypto';
import type { RevokedCertificate } from './revoked-certificate.ts';

export interface ListContents {
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly RevokedCertificate[];
}

/** Signs an authority's certificate revocation lists. */
export interface ListSigner {
  /** The certificate of the authority. */
  issuer(): Promise<X509Certificate>;
  /** The list as DER (RFC 5280, version 2). */
  sign(contents: ListContents): Promise<Uint8Array>;
}
