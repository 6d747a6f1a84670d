import { authorityIdOf } from '../trust-anchors.ts';
import type { ListSigner } from './list-signer.ts';
import { type PublishingDeps, publishRevocationList } from './publish-revocation-list.ts';
import type { RevokedCertificate } from './revoked-certificate.ts';
import { shared } from './shared-run.ts';

/** An authority as the one who tells the world what it revoked. */
export interface RevokingAuthority {
  id(): Promise<string>;
  /** May be told the same again. */
  revoke(certificate: RevokedCertificate): Promise<void>;
}

/** An authority whose revocation list this system publishes. Concurrent revocations share a list. */
export function listingAuthority(signer: ListSigner, deps: PublishingDeps): RevokingAuthority {
  const publish = shared(() => publishRevocationList(signer, deps));
  return {
    id: async () => authorityIdOf(await signer.issuer()),
    revoke: async (certificate) => {
      await deps.revocations.record(certificate);
      await publish();
    },
  };
}
