import { S3Client } from '@aws-sdk/client-s3';
import { acmPcaClient } from '#shared/aws/acm-pca-client.ts';
import { kmsClient } from '#shared/aws/kms-client.ts';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { acmPcaAuthority } from '#shared/certificates/authorities/acm-pca-authority.ts';
import { kmsRoot } from '#shared/certificates/authorities/kms-root.ts';
import { kmsSigningKey } from '#shared/certificates/authorities/kms-signing-key.ts';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { truststorePublisherEnvironment } from './env.ts';
import { publishedCertificates } from './published-certificates.ts';

const environment = truststorePublisherEnvironment.parse(process.env);

const truststore = {
  objects: new S3Client({ requestHandler: requestTimeouts }),
  bucket: environment.TRUSTSTORE_BUCKET,
  key: environment.TRUSTSTORE_KEY,
};

function authority(): Pick<CertificateAuthority, 'issuers'> {
  if (environment.CERTIFICATE_AUTHORITY === 'kms') {
    const key = kmsSigningKey(kmsClient(), environment.KMS_KEY_ID);
    return { issuers: async () => [await kmsRoot(key, await publishedCertificates(truststore), systemClock)] };
  }
  const { ACM_PCA_ARN: authorityArn, ACM_PCA_SIGNING_ALGORITHM: signingAlgorithm } = environment;
  return acmPcaAuthority({ client: acmPcaClient(), authorityArn, signingAlgorithm });
}

export const deps = { log: logger('truststore-publisher'), ...truststore, authority: authority() };
