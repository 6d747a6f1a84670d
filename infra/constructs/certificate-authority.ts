import type { Access } from './access.ts';
import type { Truststore, TruststoreAccess } from './truststore.ts';

export type AuthorityAccess =
  | Access<{ CERTIFICATE_AUTHORITY: 'kms'; KMS_KEY_ID: string }>
  | Access<{ CERTIFICATE_AUTHORITY: 'acm-pca'; ACM_PCA_ARN: string; ACM_PCA_SIGNING_ALGORITHM: string }>;

/** Where client certificates come from. */
export interface CertificateAuthority {
  /** Changes when another authority takes its place, so that the truststore is published again. */
  readonly arn: string;
  /** May issue certificates for clients. */
  issuingAccess(): AuthorityAccess;
  /** May put into the truststore what vouches for them. */
  publishingAccess(truststore: Truststore): readonly [TruststoreAccess, AuthorityAccess];
}
