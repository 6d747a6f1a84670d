import { concurrentUpdate } from '../core/errors.ts';
import { tokenInvalid } from '../pairing/next-token.ts';
import { digestOf, type OneTimeToken } from '../pairing/one-time-token.ts';
import type { StoredCertificate, SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CheckedCsr } from './csr.ts';
import { csrCheck } from './csr-check.ts';
import { boundToAnotherKey } from './csr-errors.ts';
import { type CertificateChain, chainOf, type IssuingDeps, issueCertificate } from './issue-certificate.ts';
import { refuseCopiedKey } from './refuse-copied-key.ts';
import { type AcceptedSuccession, asLatest, type IssuedNow } from './succession.ts';

interface Deps extends IssuingDeps {
  readonly auths: Pick<SystemAuthRepository, 'reserveToken' | 'commitExchange' | 'suspect'>;
}

/**
 * Exchanges a one-time token for a client certificate: reserve, sign, commit. The same token with the same CSR returns the same certificate again, so
 * a lost answer or a crash at any step does no harm; another CSR is refused. Throws CsrInvalid (the token stays unspent), TokenInvalid,
 * CertificateSuperseded and ConcurrentUpdate.
 */
export async function exchangeCertificate(token: OneTimeToken, encodedCsr: string, deps: Deps): Promise<CertificateChain> {
  const csr = await csrCheck(encodedCsr, token.authId, deps.csrPolicy);
  const auth = await reserve(token, csr, deps);
  const succession = await successionByToken(auth, csr.digest, deps);
  if ('again' in succession) return chainOf(succession.again, deps);
  const { issued, issuers } = await issueCertificate(csr, token.owner, deps);
  const recorded = await commit(issued, auth, deps);
  return recorded.pem === issued.pem ? { pem: issued.pem, issuers } : chainOf(recorded, deps);
}

/** Binds the token to the CSR. Only the holder of a valid token learns that it is bound to another key. */
async function reserve(token: OneTimeToken, csr: CheckedCsr, { auths, clock }: Deps): Promise<SystemAuth> {
  const now = clock().toISOString();
  const digest = digestOf(token.secret);
  const { keyThumbprint } = csr;
  const outcome = await auths.reserveToken(token.owner, token.authId, { digest, csrDigest: csr.digest, keyThumbprint, now });
  if ('reserved' in outcome) return outcome.reserved;
  const { token: stored, tokenTerms } = outcome.refused ?? {};
  const good = stored?.digest === digest && stored.expiresAt > now && stored.usedAt === undefined;
  const bound = tokenTerms?.keyThumbprint !== undefined && tokenTerms.keyThumbprint !== keyThumbprint;
  throw good && bound ? boundToAnotherKey() : tokenInvalid();
}

/** Maximum number of attempts when the System Auth changes concurrently. */
const attempts = 4;

/** Records the certificate. If another call of the same request was faster, returns its certificate. */
async function commit(issued: IssuedNow, reserved: SystemAuth, deps: Deps): Promise<StoredCertificate> {
  let auth = reserved;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const succession = await successionByToken(auth, issued.csrDigest, deps);
    if ('again' in succession) return succession.again;
    const certificate = asLatest(issued, auth, succession.position);
    const outcome = await deps.auths.commitExchange(auth, certificate, deps.clock());
    if (outcome === 'committed') return certificate;
    if (outcome?.token?.csrDigest !== issued.csrDigest) throw tokenInvalid();
    auth = outcome;
  }
  throw concurrentUpdate();
}

/** Returns the certificate for which a token was exchanged before. Once it was renewed, the token is invalid. */
async function successionByToken(auth: SystemAuth, csrDigest: string, deps: Deps): Promise<AcceptedSuccession> {
  const { token, tokenTerms, certificate } = auth;
  if (!token?.certificateFingerprint) return refuseCopiedKey(auth, tokenTerms?.presented, csrDigest, deps);
  if (token.certificateFingerprint !== certificate?.fingerprint) throw tokenInvalid();
  return { again: certificate };
}
