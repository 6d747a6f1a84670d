import { kmsClient } from '../../aws/kms-client.ts';
import type { NamedAuthority } from '../../core/environment.ts';
import type { ListSigner } from '../revocation/list-signer.ts';
import type { TrustAnchors } from '../trust-anchors.ts';
import { kmsListSigner } from './kms-authority.ts';
import { kmsSigningKey } from './kms-signing-key.ts';
import { localListSigner } from './local-authority.ts';

/** An authority whose lists are ours to sign; ACM Private CA signs its own. */
type ListingAuthority = Exclude<NamedAuthority, { kind: 'acm-pca' }>;

export const listSignerOf = (authority: ListingAuthority, anchors: TrustAnchors): ListSigner =>
  authority.kind === 'kms' ? kmsListSigner(kmsSigningKey(kmsClient(), authority.keyId), anchors) : localListSigner(authority.file);
