import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { systemClock } from '#shared/core/clock.ts';
import { configuredFirewall } from '#shared/lambda/firewall.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { crlEndpointEnvironment } from './env.ts';

const environment = crlEndpointEnvironment.parse(process.env);

const log = logger('crl-endpoint');

export const edge = { log, firewall: configuredFirewall(environment, { clock: systemClock, log }) };

export const deps = {
  revocations: dynamoRevocations(tableOf(environment)),
  objects: revocationListObjects(environment.CRL_BUCKET),
};

export type CrlEndpointDeps = typeof deps;
