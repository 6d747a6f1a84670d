import { concurrentUpdate } from '../core/errors.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CertificateHolder } from './authenticate-certificate.ts';
import { csrCheck } from './csr-check.ts';
import { type CertificateChain, chainOf, type IssuingDeps, issueCertificate } from './issue-certificate.ts';
import { refuseCopiedKey } from './refuse-copied-key.ts';
import { asLatest, successionOf } from './succession.ts';

interface Deps extends IssuingDeps {
  readonly auths: Pick<SystemAuthRepository, 'commitRenewal' | 'suspect'>;
}

/**
 * Issues a further certificate to the holder of the latest one, which stays valid to its end. If the answer was lost, the same request, or
 * another with the earlier certificate, may be sent again until the new one is used.
 * Throws CsrInvalid, CertificateSuperseded, and ConcurrentUpdate where another renewal was faster.
 */
export async function renewCertificate({ auth, identity }: CertificateHolder, encodedCsr: string, deps: Deps): Promise<CertificateChain> {
  const csr = await csrCheck(encodedCsr, auth.id, deps.csrPolicy);
  const succession = await refuseCopiedKey(auth, identity, csr.digest, deps);
  if ('again' in succession) return chainOf(succession.again, deps);
  const { issued, issuers } = await issueCertificate(csr, identity.owner, deps);
  const certificate = asLatest(issued, auth, succession.position);
  const outcome = await deps.auths.commitRenewal(auth, identity.fingerprint, certificate, deps.clock());
  if (outcome === 'committed') return { pem: certificate.pem, issuers };
  const meanwhile = outcome && successionOf(outcome, identity.fingerprint, csr.digest);
  if (meanwhile && 'again' in meanwhile) return chainOf(meanwhile.again, deps);
  throw concurrentUpdate();
}
