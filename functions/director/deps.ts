import { registrarOf } from '#shared/aws/registrar-of.ts';
import { secretsManagerSealer } from '#shared/aws/sealing.ts';
import { storedTexts } from '#shared/aws/stored-texts.ts';
import { truststore } from '#shared/aws/truststore.ts';
import { seconds, systemClock } from '#shared/core/clock.ts';
import { loadedAtFirstUse } from '#shared/core/loaded-at-first-use.ts';
import { permitOwnMachine } from '#shared/http/own-machine.ts';
import { clientAuthentication } from '#shared/lambda/client-authentication.ts';
import { configuredFirewall } from '#shared/lambda/firewall.ts';
import { identityProviderOf } from '#shared/lambda/identity-provider.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { logger } from '#shared/observability/logger.ts';
import { legacyPaths } from '#shared/pairing/compat/legacy-paths.ts';
import { admissionOf } from '#shared/table/admission/configured-admission.ts';
import { dynamoApplicationTemplates } from '#shared/table/application-templates/application-template-repository.dynamo.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoBundles } from '#shared/table/bundles/bundle-repository.dynamo.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { dynamoApplicationViews } from '#shared/table/configuration/application-views.dynamo.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { repositoriesOf, tableOf } from '#shared/table/configured-table.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { dynamoAutomaticAssignments } from '#shared/table/formations/automatic-assignment-repository.dynamo.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoFormationTemplates } from '#shared/table/formations/formation-template-repository.dynamo.ts';
import { dynamoHealthChecks } from '#shared/table/health-checks/health-check-repository.dynamo.ts';
import { dynamoIntegrationSystems } from '#shared/table/integration-systems/integration-system-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { dynamoTenants } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { dynamoDeliveryLog } from '#shared/table/webhooks/delivery-log.dynamo.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { dynamoRecipients } from '#shared/table/webhooks/recipients.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { directorEnvironment } from './env.ts';

const environment = directorEnvironment.parse(process.env);
const table = tableOf(environment);
const stored = repositoriesOf(table);
permitOwnMachine(environment.ALLOW_LOOPBACK_TARGETS);
const clock = systemClock;
const log = logger('director');

const auths = stored(dynamoSystemAuths);
const identityProvider = identityProviderOf(environment);

export const edge = { log, firewall: configuredFirewall(environment, { clock, log }) };

const webhookTester = loadedAtFirstUse(async () => {
  const { lambdaWebhookTester } = await import('#shared/aws/webhook-tester.ts');
  return { testWebhook: lambdaWebhookTester(environment.WEBHOOK_TESTER) };
}, ['testWebhook']);

export const deps = {
  log,
  clock,
  applications: stored(dynamoApplications),
  runtimes: stored(dynamoRuntimes),
  formations: stored(dynamoFormations),
  formationTemplates: stored(dynamoFormationTemplates),
  automaticAssignments: stored(dynamoAutomaticAssignments),
  labelDefinitions: stored(dynamoLabelDefinitions),
  integrationSystems: stored(dynamoIntegrationSystems),
  bundles: stored(dynamoBundles),
  textObjects: storedTexts(environment.SPECIFICATIONS_BUCKET),
  instanceAuths: stored(dynamoInstanceAuths),
  applicationTemplates: stored(dynamoApplicationTemplates),
  tenants: stored(dynamoTenants),
  healthChecks: stored(dynamoHealthChecks),
  webhooks: stored(dynamoWebhooks),
  ...webhookTester,
  deliveries: stored(dynamoDeliveries),
  deliveryLog: stored(dynamoDeliveryLog),
  recipients: stored((given) => dynamoRecipients(given)),
  revisions: stored(dynamoConfigurationRevisions),
  applicationViews: stored((given) => dynamoApplicationViews(given, clock)),
  auths,
  registrar: registrarOf(environment),
  anchors: truststore(environment.TRUSTSTORE_BUCKET, environment.TRUSTSTORE_KEY, clock, log),
  sealer: secretsManagerSealer(environment.SEALING_KEY_SECRET),
  admit: admissionOf(environment, table, { clock, log }),
  authenticateUser: userAuthentication(identityProvider, clock, { mayImplyTenant: true }),
  authenticateClient: clientAuthentication(identityProvider, {
    clients: stored(dynamoOAuthClients),
    auths: { find: (...of) => auths.findInUse(...of) },
    clock,
  }),
  lifetimes: { application: seconds(environment.APPLICATION_TOKEN_SECONDS), runtime: seconds(environment.RUNTIME_TOKEN_SECONDS) },
  tokenUrl: `${environment.PUBLIC_URL}/oauth/token`,
  connectorUrl: `${environment.PUBLIC_URL}/connector/graphql`,
  legacyConnectorUrl: `${environment.PUBLIC_URL}${legacyPaths.signingRequestInfo}`,
  fetchPatience: seconds(2),
  pollAfterSeconds: environment.POLL_AFTER_SECONDS,
  limits: environment.QUOTAS,
  hideSelectors: environment.APPLICATION_HIDE_SELECTORS,
};

export type DirectorDeps = typeof deps;
