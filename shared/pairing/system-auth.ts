import type { ConsumerKind, OwnerKind } from '../core/actor.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** Whoever a credential belongs to. */
export interface AuthOwner {
  readonly tenant: TenantId;
  readonly kind: ConsumerKind;
  readonly id: string;
}

/** The Application or Runtime that a one-time token or a certificate belongs to; an integration system has neither. */
export interface Owner extends AuthOwner {
  readonly kind: OwnerKind;
}

/** The one-time token of a System Auth, as stored: its secret exists only as a SHA-256. */
export interface StoredToken {
  readonly digest: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
  /** The SHA-256 of the CSR the token was given up for: the same CSR may come again, no other. */
  readonly csrDigest?: string;
  /** The fingerprint of the certificate it was exchanged for. */
  readonly certificateFingerprint?: string;
  /** How it came out of the token before it, so that a repeated request with the same key can be answered again. */
  readonly derivation?: { readonly digest: string; readonly keyDigest: string; readonly salt: string };
}

/** The latest certificate of a System Auth. Renewals raise the generation. */
export interface StoredCertificate {
  readonly generation: number;
  readonly fingerprint: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly pem: string;
}

/** One trusted connection of an Application, Runtime or integration system: its pairing, certificate, revocations and last contact. */
export interface SystemAuth {
  readonly id: string;
  readonly owner: AuthOwner;
  readonly version: number;
  readonly createdAt: string;
  readonly token?: StoredToken;
  readonly certificate?: StoredCertificate;
  /** SHA-256 fingerprints of revoked certificates, each with the end of its validity. */
  readonly revoked: Readonly<Record<string, string>>;
  /** Whether a call with this credential has set its owner's status to CONNECTED. */
  readonly connected: boolean;
  readonly lastSeenAt?: string;
  /** Who made the latest change, as `kind/id`. */
  readonly changedBy: string;
}
