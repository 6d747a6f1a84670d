import { X509Certificate } from 'node:crypto';
import type { OwnerKind } from '../core/actor.ts';
import { type Clock, later, minutes } from '../core/clock.ts';
import { tokenInvalid } from '../pairing/next-token.ts';
import { digestOf, type OneTimeToken } from '../pairing/one-time-token.ts';
import type { Owner, StoredCertificate, SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CertificateAuthority } from './certificate-authority.ts';
import { fingerprintOf } from './certificate-identity.ts';
import { type CheckedCsr, type CsrPolicy, checkCsr } from './csr.ts';
import { issuersOf, type TrustAnchors } from './trust-anchors.ts';

/** A client certificate with those that vouch for it: the issuer first, the root last. */
export interface CertificateChain {
  readonly pem: string;
  readonly issuers: readonly string[];
}

export interface IssuingDeps {
  readonly authority: CertificateAuthority;
  readonly clock: Clock;
  readonly csrPolicy: CsrPolicy;
  /** How long certificates are valid, in milliseconds. */
  readonly validity: Readonly<Record<OwnerKind, number>>;
}

interface Deps extends IssuingDeps {
  /** Tells who issued a certificate: not always the authority that issues now. */
  readonly anchors: TrustAnchors;
  readonly auths: Pick<SystemAuthRepository, 'reserveToken' | 'commitExchange'>;
}

/**
 * Exchanges a one-time token for a client certificate: reserve, sign, commit. The same token with the same CSR gives the same
 * certificate again, so a lost answer or a crash at any step costs nothing; another CSR is refused.
 * Throws CsrInvalid (the token stays unspent) and TokenInvalid.
 */
export async function exchangeCertificate(token: OneTimeToken, encodedCsr: string, deps: Deps): Promise<CertificateChain> {
  const { owner, authId } = token;
  const csr = await checkCsr(encodedCsr, authId, deps.csrPolicy);
  const reservation = { digest: digestOf(token.secret), csrDigest: csr.digest, now: deps.clock().toISOString() };
  const auth = await deps.auths.reserveToken(owner, authId, reservation);
  if (!auth) throw tokenInvalid();
  if (auth.token?.certificateFingerprint) return again(auth, deps);
  const { certificate, issuers } = await issue(csr, owner, (auth.certificate?.generation ?? 0) + 1, deps);
  const { pem } = await deps.auths.commitExchange(owner, authId, csr.digest, certificate);
  return pem === certificate.pem ? { pem, issuers } : chainOf(pem, deps);
}

/** The certificate that the same request got before. Once it was renewed, its holder needs no token any more. */
async function again({ token, certificate }: SystemAuth, deps: Deps): Promise<CertificateChain> {
  if (!certificate || token?.certificateFingerprint !== certificate.fingerprint) throw tokenInvalid();
  return chainOf(certificate.pem, deps);
}

const chainOf = async (pem: string, { anchors }: Deps): Promise<CertificateChain> => ({
  pem,
  issuers: issuersOf(new X509Certificate(pem), await anchors.certificates()).map(String),
});

/** Clocks of agents may be behind ours by this much; not by more than a tenth of the validity, because agents renew by the part that is left. */
const clockSkew = (validity: number): number => Math.min(minutes(5), validity / 10);

/** Has the authority sign, and describes the result as it is stored. */
export async function issue(csr: CheckedCsr, owner: Owner, generation: number, deps: IssuingDeps) {
  const now = deps.clock();
  const validity = deps.validity[owner.kind];
  const order = { csr, owner, notBefore: later(now, -clockSkew(validity)), notAfter: later(now, validity) };
  const issued = await deps.authority.issue(order);
  const parsed = new X509Certificate(issued.pem);
  const certificate: StoredCertificate = {
    generation,
    fingerprint: fingerprintOf(parsed),
    serialNumber: parsed.serialNumber.toLowerCase(),
    notBefore: parsed.validFromDate.toISOString(),
    notAfter: parsed.validToDate.toISOString(),
    pem: issued.pem,
  };
  return { certificate, issuers: issued.issuers };
}
