import { kmsClient } from '#shared/aws/kms-client.ts';
import { localListSigner } from '#shared/certificates/authorities/local-authority.ts';
import type { ListSigner } from '#shared/certificates/revocation/list-signer.ts';
import type { TrustAnchors } from '#shared/certificates/trust-anchors.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { kmsListSigner } from './kms-authority.ts';
import { kmsSigningKey } from './kms-signing-key.ts';

/** An authority whose lists are ours to sign; ACM Private CA signs its own. */
type ListingAuthority = Exclude<NamedAuthority, { kind: 'acm-pca' }>;

export const listSignerOf = (authority: ListingAuthority, anchors: TrustAnchors): ListSigner =>
  authority.kind === 'kms' ? kmsListSigner(kmsSigningKey(kmsClient(), authority.keyId), anchors) : localListSigner(authority.file);
