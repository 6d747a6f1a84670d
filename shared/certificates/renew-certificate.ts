import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CertificateHolder } from './authenticate-certificate.ts';
import { checkCsr } from './csr.ts';
import { type CertificateChain, type IssuingDeps, issue } from './exchange-certificate.ts';

interface Deps extends IssuingDeps {
  readonly auths: Pick<SystemAuthRepository, 'commitRenewal'>;
}

/** A further certificate for the holder of one; the one before stays valid to its end. Throws CsrInvalid, ConcurrentUpdate. */
export async function renewCertificate({ auth, identity }: CertificateHolder, encodedCsr: string, deps: Deps): Promise<CertificateChain> {
  const csr = await checkCsr(encodedCsr, auth.id, deps.csrPolicy);
  const { owner, fingerprint } = identity;
  const { certificate, issuers } = await issue(csr, owner, (auth.certificate?.generation ?? 0) + 1, deps);
  await deps.auths.commitRenewal(owner, auth.id, certificate, fingerprint);
  return { pem: certificate.pem, issuers };
}
