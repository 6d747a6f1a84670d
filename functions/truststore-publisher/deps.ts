import { S3Client } from '@aws-sdk/client-s3';
import { acmPcaClient } from '#shared/aws/acm-pca-client.ts';
import { acmPcaAuthority } from '#shared/certificates/authorities/acm-pca-authority.ts';
import { logger } from '#shared/observability/logger.ts';
import { truststorePublisherEnvironment } from './env.ts';

const environment = truststorePublisherEnvironment.parse(process.env);

export const deps = {
  log: logger('truststore-publisher'),
  objects: new S3Client({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } }),
  bucket: environment.TRUSTSTORE_BUCKET,
  key: environment.TRUSTSTORE_KEY,
  authority: acmPcaAuthority({
    client: acmPcaClient(),
    authorityArn: environment.ACM_PCA_ARN,
    signingAlgorithm: environment.ACM_PCA_SIGNING_ALGORITHM,
  }),
};
