import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { NamedAuthority } from '#shared/core/environment.ts';
import type { Access } from './access.ts';

export type AuthorityAccess =
  | Access<{ CERTIFICATE_AUTHORITY: 'kms'; KMS_KEY_ID: string }>
  | Access<{ CERTIFICATE_AUTHORITY: 'acm-pca'; ACM_PCA_ARN: string; ACM_PCA_SIGNING_ALGORITHM: string }>;

/** A source of client certificates. */
export interface CertificateAuthority {
  /** The entry by which functions that handle every authority find this one. */
  readonly named: NamedAuthority;
  /** The key that signs; absent if it is not in KMS. */
  readonly key?: IKey;
  /** Sets the authority up as the one that issues certificates for clients. */
  issuingAccess(): AuthorityAccess;
  /** Rights to read the certificates that verify those of clients. */
  publishingStatements(): readonly PolicyStatement[];
  /** Rights to publish revocations. */
  revokingStatements(): readonly PolicyStatement[];
  /** Rights to read the authority's certificate and to renew its revocation list. */
  watchingStatements(): readonly PolicyStatement[];
}
