import { S3Client } from '@aws-sdk/client-s3';
import { certificateAuthorityOf } from '#shared/aws/authorities/certificate-authority-of.ts';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { truststorePublisherEnvironment } from './env.ts';
import { publishedCertificates } from './published-certificates.ts';

const environment = truststorePublisherEnvironment.parse(process.env);

const store = {
  objects: new S3Client({ requestHandler: requestTimeouts }),
  bucket: environment.TRUSTSTORE_BUCKET,
  key: environment.TRUSTSTORE_KEY,
};
const anchors = { certificates: () => publishedCertificates(store) };

export const deps = {
  log: logger('truststore-publisher'),
  clock: systemClock,
  authorities: environment.CERTIFICATE_AUTHORITIES.map((named) => certificateAuthorityOf(named, { anchors })),
  distrusted: environment.DISTRUSTED_CERTIFICATES,
  ...store,
};
