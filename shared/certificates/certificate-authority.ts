import type { Owner } from '../pairing/system-auth.ts';
import type { CheckedCsr } from './csr.ts';

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
  /** The certificates that vouch for it, the issuer first, the root last. */
  readonly issuers: readonly string[];
}

/** Signs client certificates (subject and key of the CSR, EKU clientAuth, random serial number). */
export interface CertificateAuthority {
  issue(order: CertificateOrder): Promise<IssuedCertificate>;
  /** The certificates that vouch for what it issues, the issuer first, the root last. */
  issuers(): Promise<readonly string[]>;
}
