import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import type { TrustAnchors } from '#shared/certificates/trust-anchors.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { loadedAtFirstUse } from '#shared/core/loaded-at-first-use.ts';
import { acmPcaAuthority } from './acm-pca.ts';

interface Settings {
  /** The truststore, which holds the certificate of a key in KMS. */
  readonly anchors: TrustAnchors;
  /** URL of an authority's revocation list, by its id. Needed to issue certificates, which name it. */
  readonly listUrl?: (authorityId: string) => string;
}

/** The authority with this name, by its kind. Its code is loaded at first use, because most requests need no signature. */
export function certificateAuthorityOf(authority: NamedAuthority, { anchors, listUrl = noListUrl }: Settings): CertificateAuthority {
  switch (authority.kind) {
    case 'kms':
      return loadedAtFirstUse(async () => {
        const [{ kmsAuthority }, { kmsSigningKey }, { kmsClient }] = await Promise.all([
          import('./kms-authority.ts'),
          import('./kms-signing-key.ts'),
          import('../kms-client.ts'),
        ]);
        return kmsAuthority(kmsSigningKey(kmsClient(), authority.keyId), anchors, listUrl);
      }, [...listing, 'root']);
    case 'acm-pca':
      return acmPcaAuthority(authority);
    case 'local':
      return loadedAtFirstUse(async () => {
        const { localAuthority } = await import('#shared/certificates/authorities/local-authority.ts');
        return localAuthority(authority.file, listUrl);
      }, listing);
  }
}

const listing = ['issue', 'certificate', 'issuers', 'signList'] as const;

function noListUrl(): never {
  throw new Error('this function issues no certificates: it has no address of revocation lists');
}
