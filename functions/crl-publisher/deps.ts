import { acmPcaRevocation } from '#shared/aws/authorities/acm-pca.ts';
import { listSignerOf } from '#shared/aws/authorities/list-signers.ts';
import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { truststore } from '#shared/aws/truststore.ts';
import { listingAuthority, type RevokingAuthority } from '#shared/certificates/revocation/revoking-authority.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { crlPublisherEnvironment } from './env.ts';

const environment = crlPublisherEnvironment.parse(process.env);
const log = logger('crl-publisher');
const anchors = truststore(environment.TRUSTSTORE_BUCKET, environment.TRUSTSTORE_KEY, systemClock, log);
const publishing = {
  revocations: dynamoRevocations(controlPlaneTable(documentClient(), environment.TABLE_NAME)),
  objects: revocationListObjects(environment.CRL_BUCKET),
  clock: systemClock,
};

const revoking = (authority: NamedAuthority): RevokingAuthority =>
  authority.kind === 'acm-pca' ? acmPcaRevocation(authority) : listingAuthority(listSignerOf(authority, anchors), publishing);

export const deps = { log, authorities: environment.CERTIFICATE_AUTHORITIES.map(revoking) };
