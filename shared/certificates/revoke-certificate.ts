import type { Clock } from '../core/clock.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { CertificateHolder } from './authenticate-certificate.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'revoke'>;
  readonly clock: Clock;
}

/** Revokes the holder's certificate from the next request on; others of the same System Auth stay valid. An event makes the authority publish it. */
export async function revokeCertificate({ auth, identity }: CertificateHolder, { auths, clock }: Deps): Promise<void> {
  await auths.revoke(auth, identity, clock());
}
