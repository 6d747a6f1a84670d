import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { crlEndpointEnvironment } from './env.ts';

const environment = crlEndpointEnvironment.parse(process.env);

export const deps = {
  log: logger('crl-endpoint'),
  revocations: dynamoRevocations(tableOf(environment)),
  objects: revocationListObjects(environment.CRL_BUCKET),
};

export type CrlEndpointDeps = typeof deps;
