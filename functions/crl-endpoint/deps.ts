import { controlPlaneTable } from '#shared/aws/control-plane-table.ts';
import { documentClient } from '#shared/aws/document-client.ts';
import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { dynamoRevocations } from '#shared/certificates/revocation/revocation-repository.dynamo.ts';
import { logger } from '#shared/observability/logger.ts';
import { crlEndpointEnvironment } from './env.ts';

const environment = crlEndpointEnvironment.parse(process.env);

export const deps = {
  log: logger('crl-endpoint'),
  revocations: dynamoRevocations(controlPlaneTable(documentClient(), environment.TABLE_NAME)),
  objects: revocationListObjects(environment.CRL_BUCKET),
};

export type CrlEndpointDeps = typeof deps;
