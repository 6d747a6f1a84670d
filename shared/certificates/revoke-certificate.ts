import type { Clock } from '../core/clock.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CertificateHolder } from './authenticate-certificate.ts';
import type { CertificateAuthority } from './certificate-authority.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'revoke'>;
  readonly authority: Pick<CertificateAuthority, 'revoke'>;
  readonly clock: Clock;
}

/** Refuses the holder's certificate from the next request on; other certificates of the same System Auth go on working. */
export async function revokeCertificate({ auth, identity }: CertificateHolder, { auths, authority, clock }: Deps): Promise<void> {
  await auths.revoke(auth, identity, clock());
  await authority.revoke(identity.serialNumber);
}
