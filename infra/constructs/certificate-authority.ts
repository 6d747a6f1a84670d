import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { NamedAuthority } from '#shared/core/environment.ts';
import type { Access } from './access.ts';

export type AuthorityAccess =
  | Access<{ CERTIFICATE_AUTHORITY: 'kms'; KMS_KEY_ID: string }>
  | Access<{ CERTIFICATE_AUTHORITY: 'acm-pca'; ACM_PCA_ARN: string; ACM_PCA_SIGNING_ALGORITHM: string }>;

/** Where client certificates come from. */
export interface CertificateAuthority {
  /** How functions that deal with every authority find this one. */
  readonly named: NamedAuthority;
  /** Sets the authority up as the one that issues certificates for clients. */
  issuingAccess(): AuthorityAccess;
  /** What it takes to get the certificates that vouch for the clients'. */
  publishingStatements(): readonly PolicyStatement[];
  /** What it takes to let the world know of revoked certificates. */
  revokingStatements(): readonly PolicyStatement[];
  /** What it takes to know its certificate and to keep its revocation list fresh. */
  watchingStatements(): readonly PolicyStatement[];
}
