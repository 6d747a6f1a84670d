import { certificateAuthorityOf } from '#shared/aws/authorities/certificate-authority-of.ts';
import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { truststore } from '#shared/aws/truststore.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { NamedAuthority } from '#shared/core/environment.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { authorityWatchEnvironment } from './env.ts';

const environment = authorityWatchEnvironment.parse(process.env);
const log = logger('authority-watch');
const clock = systemClock;
const anchors = truststore(environment.TRUSTSTORE_BUCKET, environment.TRUSTSTORE_KEY, clock, log);

const authorityOf = (named: NamedAuthority) => certificateAuthorityOf(named, { anchors });

const [issuing, ...others] = environment.CERTIFICATE_AUTHORITIES;

export const deps = {
  log,
  clock,
  authorities: [authorityOf(issuing), ...others.map(authorityOf)] as const,
  revocations: dynamoRevocations(tableOf(environment)),
  objects: revocationListObjects(environment.CRL_BUCKET),
};
