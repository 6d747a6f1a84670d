import { certificateAuthorityOf } from '#shared/aws/authorities/certificate-authority-of.ts';
import { truststore } from '#shared/aws/truststore.ts';
import { revocationListUrl } from '#shared/certificates/authorities/revocation-list-url.ts';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { configuredFirewall } from '#shared/lambda/firewall.ts';
import { identityProviderOf } from '#shared/lambda/identity-provider.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { logger } from '#shared/observability/logger.ts';
import { admissionOf } from '#shared/table/admission/configured-admission.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { repositoriesOf, tableOf } from '#shared/table/configured-table.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { connectorEnvironment, issuingAuthority } from './env.ts';

const environment = connectorEnvironment.parse(process.env);
const table = tableOf(environment);
const stored = repositoriesOf(table);
const clock = systemClock;
const log = logger('connector');
const anchors = truststore(environment.TRUSTSTORE_BUCKET, environment.TRUSTSTORE_KEY, clock, log);
const listUrl = (authorityId: string): string => revocationListUrl(environment.CRL_URL, authorityId);

const identityProvider = identityProviderOf(environment);

export const edge = { log, firewall: configuredFirewall(environment, { clock, log }) };

export const deps = {
  log,
  clock,
  auths: stored(dynamoSystemAuths),
  applications: stored(dynamoApplications),
  runtimes: stored(dynamoRuntimes),
  formations: stored(dynamoFormations),
  anchors,
  authority: certificateAuthorityOf(issuingAuthority(environment), { anchors, listUrl }),
  admit: admissionOf(environment, table, { clock, log }),
  authenticateUser: userAuthentication(identityProvider, clock),
  lifetimes: { application: seconds(environment.APPLICATION_TOKEN_SECONDS), runtime: seconds(environment.RUNTIME_TOKEN_SECONDS) },
  validity: {
    application: seconds(environment.APPLICATION_CERTIFICATE_SECONDS),
    runtime: seconds(environment.RUNTIME_CERTIFICATE_SECONDS),
  },
  csrPolicy: {
    allowSha1: environment.ALLOW_SHA1_CSR,
    subject: {
      country: environment.CSR_COUNTRY,
      organization: environment.CSR_ORGANIZATION,
      organizationalUnit: environment.CSR_ORGANIZATIONAL_UNIT,
      locality: environment.CSR_LOCALITY,
      province: environment.CSR_PROVINCE,
    },
  },
  pollAfterSeconds: environment.POLL_AFTER_SECONDS,
  publicUrl: environment.PUBLIC_URL,
  mtlsUrl: environment.MTLS_URL,
  urls: {
    directorURL: environment.MTLS_URL && `${environment.MTLS_URL}/director/graphql`,
    certificateSecuredConnectorURL: environment.MTLS_URL && `${environment.MTLS_URL}/connector/graphql`,
  },
};

export type ConnectorDeps = typeof deps;
