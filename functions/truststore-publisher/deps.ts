import { S3Client } from '@aws-sdk/client-s3';
import { acmPcaIssuers } from '#shared/aws/authorities/acm-pca.ts';
import { kmsRoot } from '#shared/aws/authorities/kms-root.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { kmsClient } from '#shared/aws/kms-client.ts';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { logger } from '#shared/observability/logger.ts';
import { truststorePublisherEnvironment } from './env.ts';
import type { IssuersOf } from './publish-truststore.ts';

const environment = truststorePublisherEnvironment.parse(process.env);
const clock = systemClock;

function issuersOf(authority: NamedAuthority): IssuersOf {
  if (authority.kind === 'acm-pca') return () => acmPcaIssuers(authority.arn);
  if (authority.kind === 'local') throw new Error('the one-machine runner publishes its certificates itself');
  const key = kmsSigningKey(kmsClient(), authority.keyId);
  return async (published) => [await kmsRoot(key, published, clock)];
}

export const deps = {
  log: logger('truststore-publisher'),
  clock,
  authorities: environment.CERTIFICATE_AUTHORITIES.map(issuersOf),
  distrusted: environment.DISTRUSTED_CERTIFICATES,
  objects: new S3Client({ requestHandler: requestTimeouts }),
  bucket: environment.TRUSTSTORE_BUCKET,
  key: environment.TRUSTSTORE_KEY,
};
