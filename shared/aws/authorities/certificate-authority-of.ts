import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import type { TrustAnchors } from '#shared/certificates/trust-anchors.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { kmsClient } from '../kms-client.ts';
import { acmPcaAuthority } from './acm-pca.ts';
import { kmsAuthority } from './kms-authority.ts';
import { kmsSigningKey } from './kms-signing-key.ts';

interface Settings {
  /** The truststore, which holds the certificate of a key in KMS. */
  readonly anchors: TrustAnchors;
  /** URL of an authority's revocation list, by its id. Needed to issue certificates, which name it. */
  readonly listUrl?: (authorityId: string) => string;
}

/** The authority with this name, by its kind. */
export function certificateAuthorityOf(authority: NamedAuthority, { anchors, listUrl = noListUrl }: Settings): CertificateAuthority {
  switch (authority.kind) {
    case 'kms':
      return kmsAuthority(kmsSigningKey(kmsClient(), authority.keyId), anchors, listUrl);
    case 'acm-pca':
      return acmPcaAuthority(authority);
    case 'local':
      return localAuthority(authority.file, listUrl);
  }
}

function noListUrl(): never {
  throw new Error('this function issues no certificates: it has no address of revocation lists');
}
