import { onceResolved } from '../../core/once.ts';
import { type CertificateAuthority, isListing } from '../certificate-authority.ts';
import { authorityIdOf } from '../trust-anchors.ts';
import { type PublishingDeps, publishRevocationList } from './publish-revocation-list.ts';
import type { RevokedCertificate } from './revoked-certificate.ts';
import { shared } from './shared-run.ts';

/** Makes the revocations of one authority known. */
export interface RevocationPublisher {
  /** Id of the authority. */
  readonly authorityId: () => Promise<string>;
  /** May be repeated. */
  publish(certificate: RevokedCertificate): Promise<void>;
}

/** Publishes by the authority's own means, or by a list of this system, which concurrent revocations share. */
export function revocationPublisher(
  authority: Pick<CertificateAuthority, 'certificate' | 'signList' | 'revoke'>,
  deps: PublishingDeps,
): RevocationPublisher {
  const authorityId = onceResolved(async () => authorityIdOf(await authority.certificate()));
  if (!isListing(authority)) return { authorityId, publish: async (certificate) => authority.revoke?.(certificate) };
  const publishList = shared(() => publishRevocationList(authority, deps));
  return {
    authorityId,
    publish: async (certificate) => {
      await deps.revocations.record(certificate);
      await publishList();
    },
  };
}
