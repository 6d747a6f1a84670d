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
  readonly log: { readonly info: Note };
  /** Validity of certificates, in milliseconds. */
  readonly validity: Readonly<Record<OwnerKind, number>>;
}

type Note = (message: string, fields: Readonly<Record<string, string>>) => void;

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

/**
 * The validity of a certificate in milliseconds: that of the deployment, but not beyond the end of any of its issuers. Clients renew by the end of
 * their own certificate, strict verifiers refuse one that outlives its issuer, and ACM PCA does not sign it. Throws when an issuer has ended.
 */
async function validityFor(owner: Owner, now: Date, { authority, validity }: IssuingDeps): Promise<number> {
  const ends = (await authority.issuers()).map((pem) => new X509Certificate(pem).validToDate.getTime());
  const left = Math.min(...ends) - now.getTime();
  if (left <= 0) throw new Error('the certificate authority, or one above it, has expired: it issues no certificates any more');
  return Math.min(validity[owner.kind], left);
}

/** Makes the authority sign, and returns the certificate as it is stored. */
export async function issueCertificate(csr: CheckedCsr, owner: Owner, deps: IssuingDeps) {
  if (csr.isSignedWithSha1) deps.log.info('certificate request signed with SHA-1', { ownerKind: owner.kind, ownerId: owner.id });
  const now = deps.clock();
  const validity = await validityFor(owner, now, deps);
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
