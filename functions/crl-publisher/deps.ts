import { certificateAuthorityOf } from '#shared/aws/authorities/certificate-authority-of.ts';
import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { truststore } from '#shared/aws/truststore.ts';
import { revocationPublisher } from '#shared/certificates/revocation/revocation-publisher.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { crlPublisherEnvironment } from './env.ts';

const environment = crlPublisherEnvironment.parse(process.env);
const log = logger('crl-publisher');
const anchors = truststore(environment.TRUSTSTORE_BUCKET, environment.TRUSTSTORE_KEY, systemClock, log);
const publishing = {
  revocations: dynamoRevocations(tableOf(environment)),
  objects: revocationListObjects(environment.CRL_BUCKET),
  clock: systemClock,
};

const authorities = environment.CERTIFICATE_AUTHORITIES.map((named) => certificateAuthorityOf(named, { anchors }));

export const deps = { log, publishers: authorities.map((authority) => revocationPublisher(authority, publishing)) };
