import { X509Certificate } from 'node:crypto';
import type { OwnerKind } from '../core/actor.ts';
import { type Clock, later, minutes } from '../core/clock.ts';
import type { Owner, StoredCertificate } from '../pairing/system-auth.ts';
import type { CertificateAuthority } from './certificate-authority.ts';
import { fingerprintOf } from './certificate-identity.ts';
import type { CheckedCsr, CsrPolicy } from './csr.ts';
import type { IssuedNow } from './succession.ts';
import { authorityIdOf, issuersOf, type TrustAnchors } from './trust-anchors.ts';

/** A client certificate with its chain: the issuer first, the root last. */
export interface CertificateChain {
  readonly pem: string;
  readonly issuers: readonly string[];
}

export interface IssuingDeps {
  readonly authority: CertificateAuthority;
  /** Finds the issuer of a certificate, which may be an earlier authority. */
  readonly anchors: TrustAnchors;
  readonly clock: Clock;
  readonly csrPolicy: CsrPolicy;
  /** Validity of certificates, in milliseconds. */
  readonly validity: Readonly<Record<OwnerKind, number>>;
}

/** A certificate that was issued before, with its chain. */
export const chainOf = async ({ pem }: StoredCertificate, { anchors }: IssuingDeps): Promise<CertificateChain> => ({
  pem,
  issuers: issuersOf(new X509Certificate(pem), await anchors.certificates()).map(String),
});

/**
 * Time by which a certificate begins in the past, for agents whose clocks are behind. At most a tenth of the validity, because agents renew by the
 * remaining part.
 */
const clockSkew = (validity: number): number => Math.min(minutes(5), validity / 10);

/** Makes the authority sign, and returns the certificate as it is stored. */
export async function issueCertificate(csr: CheckedCsr, owner: Owner, deps: IssuingDeps) {
  const now = deps.clock();
  const validity = deps.validity[owner.kind];
  const order = { csr, owner, notBefore: later(now, -clockSkew(validity)), notAfter: later(now, validity) };
  const { pem, issuers } = await deps.authority.issue(order);
  const parsed = new X509Certificate(pem);
  const issued: IssuedNow = {
    fingerprint: fingerprintOf(parsed),
    serialNumber: parsed.serialNumber.toLowerCase(),
    issuer: authorityIdOf(new X509Certificate(issuers[0] ?? '')),
    notBefore: parsed.validFromDate.toISOString(),
    notAfter: parsed.validToDate.toISOString(),
    pem,
    csrDigest: csr.digest,
  };
  return { issued, issuers };
}
