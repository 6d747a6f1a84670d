import type { X509Certificate } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Owner } from '../pairing/system-auth.ts';
import type { CheckedCsr } from './csr.ts';
import type { RevokedCertificate } from './revocation/revoked-certificate.ts';

/** The content of a client certificate to issue. */
export interface CertificateOrder {
  readonly csr: CheckedCsr;
  /** Becomes the URI in the subject alternative name. */
  readonly owner: Owner;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

interface IssuedCertificate {
  readonly pem: string;
  /** The chain that verifies it as PEM, the issuer first, the root last. */
  readonly issuers: readonly string[];
}

/** The content of a certificate revocation list. */
export interface ListContents {
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly RevokedCertificate[];
}

/**
 * A certificate authority: in KMS, in ACM Private CA, or a key file. Its optional members publish revocations; an authority with neither `signList`
 * nor `revoke` issues certificates of a few days, whose revocations are not published.
 */
export interface CertificateAuthority {
  /** Signs a client certificate: subject and key of the CSR, EKU clientAuth, random serial number. */
  issue(order: CertificateOrder): Promise<IssuedCertificate>;
  /** Returns the authority's own certificate. Throws if it has none yet. */
  certificate(): Promise<X509Certificate>;
  /** Returns the chain of issued certificates as PEM, its own certificate first, the root last; empty if it has no certificate yet. */
  issuers(): Promise<readonly string[]>;
  /** Returns its self-signed certificate as PEM: the one among `published`, or a new one. Absent if another service makes the root. */
  root?(published: readonly X509Certificate[], clock: Clock): Promise<string>;
  /** Signs a certificate revocation list and returns it as DER (RFC 5280, version 2), for this system to publish. */
  signList?(contents: ListContents): Promise<Uint8Array>;
  /** Publishes a revocation by its own means. May be repeated. */
  revoke?(certificate: Pick<RevokedCertificate, 'serialNumber'>): Promise<void>;
}

/** An authority whose revocation lists this system publishes. */
export type ListingAuthority = Pick<CertificateAuthority, 'certificate'> & Required<Pick<CertificateAuthority, 'signList'>>;

export const isListing = (authority: Pick<CertificateAuthority, 'certificate' | 'signList'>): authority is ListingAuthority =>
  authority.signList !== undefined;
