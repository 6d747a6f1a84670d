import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { earlierNames } from '#functions/director/compat/earlier-names.ts';
import type { Context } from '#functions/director/context.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { loadersOf } from '#functions/director/loaders.ts';
import { resolvers } from '#functions/director/resolvers.ts';
import { schemaTable } from '#functions/director/schema.generated.ts';
import { requireTenantFor } from '#functions/director/without-tenant.ts';
import { consumerScopes, roleScopes } from '#shared/authorization/scopes.ts';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import type { Actor, IntegrationSystemActor, OwnerKind, SystemActor, UserActor } from '#shared/core/actor.ts';
import { minutes, systemClock } from '#shared/core/clock.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { mayReadSchema } from '#shared/graphql/introspection.ts';
import { maxKnownBodyBytes } from '#shared/graphql/limits.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';
import { permitOwnMachine } from '#shared/http/own-machine.ts';
import type { ApiEvent } from '#shared/lambda/api-event.ts';
import { logger } from '#shared/observability/logger.ts';
import { dynamoApplicationTemplates } from '#shared/table/application-templates/application-template-repository.dynamo.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoBundles } from '#shared/table/bundles/bundle-repository.dynamo.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { dynamoApplicationViews } from '#shared/table/configuration/application-views.dynamo.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
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
import { type Data, ok, type WireAnswer } from './clients.ts';
import type { Dynamo } from './engines.ts';
import { graphqlEvent } from './graphql-event.ts';
import { noTextBucket } from './text-bucket.ts';

/** Sends operations to the Director as one caller. */
export interface Caller {
  /** The answer, errors and all. */
  ask(query: string, variables?: object): Promise<WireAnswer>;
  /** The data; throws when the operation fails. */
  do(query: string, variables?: object): Promise<Data>;
}

export interface DirectorWorld {
  readonly deps: DirectorDeps;
  as(actor: Actor): Caller;
}

export const aTenant = (): TenantId => tenantId(randomUUID());

export const aUser = (tenant: TenantId, scopes: readonly string[] = roleScopes.admin ?? []): UserActor => ({
  kind: 'user',
  id: 'alice',
  tenant,
  scopes: new Set(scopes),
});

/** An Application or Runtime that calls with the System Auth of `authId`; only what it asks for itself needs one that is there. */
export const aSystem = (kind: OwnerKind, id: string, tenant: TenantId, authId: string = randomUUID()): SystemActor => ({
  kind,
  id,
  tenant,
  authId,
  scopes: new Set(consumerScopes[kind]),
});

export const anIntegrationSystem = (tenant: TenantId, id: string = randomUUID()): IntegrationSystemActor => ({
  kind: 'integration_system',
  id,
  tenant,
  scopes: new Set(consumerScopes.integration_system),
});

/** The Director's schema and resolvers on a real table; who calls is given, not proven. */
export function directorWorld({ table }: Pick<Dynamo, 'table'>, replaced: Partial<DirectorDeps> = {}): DirectorWorld {
  permitOwnMachine(true);
  const sealingKey = randomBytes(32);
  const refused = () => Promise.reject(new Error('nobody is authenticated here'));
  const deps: DirectorDeps = {
    log: logger('director'),
    clock: systemClock,
    applications: dynamoApplications(table),
    runtimes: dynamoRuntimes(table),
    formations: dynamoFormations(table),
    formationTemplates: dynamoFormationTemplates(table),
    automaticAssignments: dynamoAutomaticAssignments(table),
    labelDefinitions: dynamoLabelDefinitions(table),
    integrationSystems: dynamoIntegrationSystems(table),
    bundles: dynamoBundles(table),
    textObjects: noTextBucket,
    instanceAuths: dynamoInstanceAuths(table),
    applicationTemplates: dynamoApplicationTemplates(table),
    tenants: dynamoTenants(table),
    healthChecks: dynamoHealthChecks(table),
    webhooks: dynamoWebhooks(table),
    // The answer of an endpoint that is called by another function.
    testWebhook: async () => ({ accepted: true, at: systemClock().toISOString(), duration: 1, status: 204 }),
    deliveries: dynamoDeliveries(table),
    deliveryLog: dynamoDeliveryLog(table),
    recipients: dynamoRecipients(table),
    revisions: dynamoConfigurationRevisions(table),
    applicationViews: dynamoApplicationViews(table, replaced.clock ?? systemClock),
    auths: dynamoSystemAuths(table),
    anchors: { certificates: refused },
    sealer: jweSealer(async () => sealingKey),
    admit: async () => undefined,
    authenticateUser: refused,
    authenticateClient: refused,
    registrar: localRegistrar(join(tmpdir(), `compass-clients-${randomUUID()}`)),
    tokenUrl: 'https://compass.test/oauth/token',
    lifetimes: { application: minutes(5), runtime: minutes(60) },
    connectorUrl: 'https://compass.test/connector/graphql',
    legacyConnectorUrl: 'https://compass.test/v1/applications/signingRequests/info',
    fetchPatience: 0,
    pollAfterSeconds: 60,
    limits: table.limits,
    hideSelectors: {},
    ...replaced,
  };
  const callers = new WeakMap<ApiEvent, Actor>();
  const serve = graphqlEndpoint<Context>({
    schema: executableSchema(schemaOf(schemaTable), resolvers),
    context: async (event) => {
      const actor = callers.get(event);
      if (!actor) throw new Error('nobody calls');
      return { actor, deps, loaders: loadersOf(actor.tenant, deps), suggestToken: false };
    },
    mayIntrospect: ({ actor }) => mayReadSchema(actor),
    requireAllowed: requireTenantFor,
    maxKnownBodyBytes,
    translation: earlierNames,
    report: () => undefined,
  });
  return {
    deps,
    as: (actor) => {
      const ask = async (query: string, variables?: object): Promise<WireAnswer> => {
        const event = graphqlEvent(JSON.stringify({ query, variables }));
        callers.set(event, actor);
        const { statusCode = 0, headers = {}, body = '{}' } = await serve(event);
        const { data, errors } = JSON.parse(body);
        return { status: statusCode, headers: headers as Record<string, string>, data: data ?? {}, errors: errors ?? [], text: body };
      };
      return { ask, do: async (query, variables) => ok(await ask(query, variables)) };
    },
  };
}

/** Every item of the table, for what must or must not be in it. */
export async function everyItem({ table }: Pick<Dynamo, 'table'>): Promise<Data[]> {
  const items: Data[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table
      .getDocumentClient()
      .send(new ScanCommand({ TableName: table.getName(), ExclusiveStartKey: from, ConsistentRead: true }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}
