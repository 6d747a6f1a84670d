import { stepFunctionsStarter } from '#shared/aws/step-functions-workflow-starter.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { clientAuthentication } from '#shared/lambda/client-authentication.ts';
import { configuredFirewall } from '#shared/lambda/firewall.ts';
import { identityProviderOf } from '#shared/lambda/identity-provider.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { logger } from '#shared/observability/logger.ts';
import { lastSeenOf } from '#shared/pairing/last-seen.ts';
import { driverChecks } from '#shared/provisioning/drivers/driver-checks.ts';
import { admissionOf } from '#shared/table/admission/configured-admission.ts';
import { repositoriesOf, tableOf } from '#shared/table/configured-table.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { dynamoTenants } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { provisionerEnvironment } from './env.ts';

const environment = provisionerEnvironment.parse(process.env);
const clock = systemClock;
const log = logger('provisioner');
const table = tableOf(environment);
const stored = repositoriesOf(table);
const auths = stored(dynamoSystemAuths);
const runtimes = stored(dynamoRuntimes);

const identityProvider = identityProviderOf(environment);

export const edge = { log, firewall: configuredFirewall(environment, { clock, log }) };

export const deps = {
  log,
  clock,
  operations: stored(dynamoOperations),
  tenants: stored(dynamoTenants),
  registry: {
    find: (tenant: TenantId, id: string) => runtimes.find(tenant, id),
    lastSeenAt: (tenant: TenantId, id: string) => lastSeenOf({ tenant, kind: 'runtime', id }, { auths }),
  },
  startWorkflow: stepFunctionsStarter({
    Provision: environment.PROVISION_STATE_MACHINE_ARN,
    Deprovision: environment.DEPROVISION_STATE_MACHINE_ARN,
    Reconnect: environment.RECONNECT_STATE_MACHINE_ARN,
    Upgrade: environment.UPGRADE_STATE_MACHINE_ARN,
  }),
  drivers: driverChecks(environment.RUNTIME_DRIVERS, environment.RUNTIME_TARGETS),
  pollSeconds: environment.POLL_AFTER_SECONDS,
  admit: admissionOf(environment, table, { clock, log }),
  authenticateUser: userAuthentication(identityProvider, clock),
  authenticateClient: clientAuthentication(identityProvider, { clients: stored(dynamoOAuthClients), auths, clock }),
};

export type ProvisionerDeps = typeof deps;
