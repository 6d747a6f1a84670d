import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contextOf } from '#functions/director/authentication.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { contextOf as provisionerContext } from '#functions/provisioner/authentication.ts';
import type { ProvisionerDeps } from '#functions/provisioner/deps.ts';
import { consumerScopes, roleScopes } from '#shared/authorization/scopes.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { clientAuthentication } from '#shared/lambda/client-authentication.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { startIssuer, type TestIssuer } from '#test/support/client-issuer.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let issuer: TestIssuer;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;
let own: Subjects;
let deps: DirectorDeps;

beforeAll(async () => {
  [dynamo, issuer] = [await startDynamo(), await startIssuer()];
  world = directorWorld(dynamo);
});
afterAll(async () => {
  issuer.stop();
  await dynamo.stop();
});
beforeEach(async () => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  own = await oneOfEverything(alice, 'own');
  deps = { ...world.deps, authenticateClient: authentication() };
});

/** Authentication in a process that has just started: no address is cached yet. */
const authentication = () =>
  clientAuthentication(
    { issuer: issuer.issuer, resourceServer: 'compass' },
    { clients: dynamoOAuthClients(dynamo.table), auths: world.deps.auths, clock: systemClock },
  );

const kinds = {
  Application: { kind: 'application', subject: 'application' },
  Runtime: { kind: 'runtime', subject: 'runtime' },
  IntegrationSystem: { kind: 'integration_system', subject: 'integrationSystem' },
} as const;
type Kind = keyof typeof kinds;

const everyScope = [...new Set(Object.values(consumerScopes).flat()), 'eventing:manage', 'tenant:write']
  .map((scope) => `compass/${scope}`)
  .join(' ');

async function aClient(kind: Kind) {
  const { result } = await alice.do(`mutation { result: requestClientCredentialsFor${kind}(id: "${own[kinds[kind].subject]}") {
    id auth { credential { ... on OAuthCredentialData { clientId } } } } }`);
  return { authId: result.id as string, clientId: result.auth.credential.clientId as string };
}

const eventWith = (token: string, headers: Record<string, string> = { tenant }) =>
  anApiEvent({ headers: { authorization: `Bearer ${token}`, ...headers } });
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error) => error.code,
  );
const call = async (token: string, headers?: Record<string, string>) =>
  outcome(contextOf(eventWith(token, headers), deps).then(({ actor }) => actor));

describe.each(Object.keys(kinds) as Kind[])('an access token of a client of an %s', (kind) => {
  const { kind: actorKind, subject } = kinds[kind];

  it('makes its owner the actor, with what its kind may do and no more', async () => {
    const { authId, clientId } = await aClient(kind);
    expect(await call(await issuer.accessToken(clientId, everyScope))).toEqual({
      kind: actorKind,
      id: own[subject],
      tenant,
      authId,
      scopes: new Set(consumerScopes[actorKind]),
    });
  });

  it('gives no more than it says', async () => {
    const { clientId } = await aClient(kind);
    const scopes = async (scope: string) => {
      const { scopes: held } = (await call(await issuer.accessToken(clientId, scope))) as { scopes: Set<string> };
      return [...held];
    };
    expect(await scopes('compass/application:read compass/eventing:manage')).toEqual(['application:read']);
    expect(await scopes('other/application:read')).toEqual([]);
    expect(await scopes('')).toEqual([]);
  });

  it('counts no more once its System Auth is deleted, on the very next request', async () => {
    const { authId, clientId } = await aClient(kind);
    const token = await issuer.accessToken(clientId, everyScope);
    expect(await call(token)).toMatchObject({ id: own[subject] });
    await alice.do(`mutation { deleteSystemAuthFor${kind}(authID: "${authId}") { id } }`);
    expect(await call(token)).toBe('Unauthorized');
    deps = { ...deps, authenticateClient: authentication() };
    expect(await call(token)).toBe('Unauthorized');
  });

  it('is good in its own tenant only, which need not be named', async () => {
    const { clientId } = await aClient(kind);
    const token = await issuer.accessToken(clientId, everyScope);
    for (const other of [aTenant(), '#', 'x'.repeat(500)]) expect(await call(token, { tenant: other })).toBe('TenantNotFound');
    expect(await call(token, {})).toMatchObject({ tenant });
  });
});

describe('a client of an integration system of all tenants', () => {
  const operator = () => world.as(aUser(tenant, [...(roleScopes.admin ?? []), ...(roleScopes.operator ?? [])]));
  const describeTenant = (id: string) =>
    operator().do(`mutation { writeTenant(in: { externalTenant: "${id}", name: "n", type: "account", provider: "p" }) }`);
  async function aToken() {
    const { system } = await operator().do('mutation { system: registerIntegrationSystem(in: { name: "everywhere" }) { id allTenants } }');
    expect(system.allTenants).toBe(true);
    const { result } = await operator().do(`mutation { result: requestClientCredentialsForIntegrationSystem(id: "${system.id}") {
      id auth { credential { ... on OAuthCredentialData { clientId } } } } }`);
    return { id: system.id, authId: result.id, token: await issuer.accessToken(result.auth.credential.clientId, everyScope) };
  }

  it('acts in the tenant of the header: its own, or one that was described', async () => {
    const other = aTenant();
    const { id, authId, token } = await aToken();
    expect(await call(token, { tenant: other })).toBe('TenantNotFound');
    await describeTenant(other);
    const scopes = new Set(consumerScopes.integration_system);
    for (const chosen of [tenant, other]) {
      expect(await call(token, { tenant: chosen })).toEqual({ kind: 'integration_system', id, tenant: chosen, authId, scopes });
    }
    await operator().do(`mutation { deleteTenants(in: ["${other}"]) }`);
    expect(await call(token, { tenant: other })).toBe('TenantNotFound');
  });

  it('reaches no tenant that does not exist, counts no request of one, and must name one', async () => {
    const { token } = await aToken();
    const admitted: string[] = [];
    deps = { ...deps, admit: async (one) => void admitted.push(one) };
    for (const none of [aTenant(), '#', 'T#x', 'x'.repeat(500)]) expect(await call(token, { tenant: none })).toBe('TenantNotFound');
    for (const missing of [{}, { tenant: '' }]) expect(await call(token, missing as Record<string, string>)).toBe('TenantRequired');
    expect(admitted).toEqual([]);
    await call(token);
    expect(admitted).toEqual([tenant]);
  });

  it('is refused in every tenant once its System Auth is deleted', async () => {
    const other = aTenant();
    await describeTenant(other);
    const { authId, token } = await aToken();
    expect(await call(token, { tenant: other })).toMatchObject({ tenant: other });
    await operator().do(`mutation { deleteSystemAuthForIntegrationSystem(authID: "${authId}") { id } }`);
    for (const chosen of [tenant, other]) expect(await call(token, { tenant: chosen })).toBe('Unauthorized');
  });

  it('chooses the tenant at the Provisioner, too', async () => {
    const other = aTenant();
    await describeTenant(other);
    const { token } = await aToken();
    const { admit, authenticateClient, authenticateUser, tenants } = deps;
    const provisioner = { admit, authenticateClient, authenticateUser, tenants } as unknown as ProvisionerDeps;
    const at = (chosen: string) =>
      outcome(provisionerContext(eventWith(token, { tenant: chosen }), provisioner).then(({ actor }) => actor));
    expect(await at(other)).toMatchObject({ tenant: other });
    expect(await at(aTenant())).toBe('TenantNotFound');
  });
});

describe('a token', () => {
  it('of a client without a System Auth, as a crash may leave one behind, is refused', async () => {
    const { clientId } = await world.deps.registrar.create({
      owner: { tenant, kind: 'runtime', id: own.runtime },
      authId: randomUUID(),
      scopes: consumerScopes.runtime,
    });
    expect(await call(await issuer.accessToken(clientId, everyScope))).toBe('Unauthorized');
  });

  it.each(['', '../x', 'T#tenant', 'x'.repeat(3000), 'console'])('of the client %j is nobody’s', async (clientId) => {
    expect(await call(await issuer.accessToken(clientId, everyScope))).toBe('Unauthorized');
  });

  it.each<[string, JWTPayload]>([
    ['is an identity token', { token_use: 'id' }],
    ['names no client', { client_id: undefined }],
    ['names several', { client_id: ['a', 'b'] }],
    ['never expires', { exp: undefined }],
    ['has expired', { exp: 1 }],
    ['is of another issuer', { iss: 'https://elsewhere.test' }],
  ])('that %s is refused', async (_, given) => {
    const { clientId } = await aClient('Runtime');
    expect(await call(await issuer.accessToken(clientId, everyScope, given))).toBe('Unauthorized');
  });

  it('of a user makes no user here: only the gateway’s authorizer lets users in', async () => {
    const token = await issuer.sign({
      aud: 'compass',
      sub: 'alice',
      token_use: 'access',
      'cognito:groups': [`tenant/${tenant}`, 'role/admin'],
      exp: Math.floor(Date.now() / 1000) + 3600,
    });
    expect(await call(token)).toBe('Unauthorized');
  });

  it('that is missing leaves the caller unknown', async () => {
    expect(await outcome(contextOf(anApiEvent({ headers: { tenant } }), deps))).toBe('Unauthorized');
  });
});

describe('the first call', () => {
  const conditionOf = async (field: 'application' | 'runtime') =>
    (await alice.do(`{ result: ${field}(id: "${own[field]}") { status { condition } } }`)).result.status.condition;

  it.each(['Application', 'Runtime'] as const)('with the client of an %s sets its status to CONNECTED', async (kind) => {
    const { clientId } = await aClient(kind);
    expect(await conditionOf(kinds[kind].subject)).toBe('INITIAL');
    await call(await issuer.accessToken(clientId, everyScope));
    expect(await conditionOf(kinds[kind].subject)).toBe('CONNECTED');
  });

  it('with the client of an integration system sets no status, and is noted', async () => {
    const { authId, clientId } = await aClient('IntegrationSystem');
    await call(await issuer.accessToken(clientId, everyScope));
    expect([await conditionOf('application'), await conditionOf('runtime')]).toEqual(['INITIAL', 'INITIAL']);
    const { integrationSystem } = await alice.do(`{ integrationSystem(id: "${own.integrationSystem}") { auths { id lastSeenAt } } }`);
    expect(integrationSystem.auths).toContainEqual({ id: authId, lastSeenAt: expect.stringMatching(/^20/) });
  });
});

describe('the Provisioner', () => {
  const provisioner = () =>
    ({
      admit: deps.admit,
      authenticateClient: deps.authenticateClient,
      authenticateUser: deps.authenticateUser,
    }) as unknown as ProvisionerDeps;
  const callProvisioner = async (kind: Kind, headers?: Record<string, string>) => {
    const token = await issuer.accessToken((await aClient(kind)).clientId, everyScope);
    return outcome(provisionerContext(eventWith(token, headers), provisioner()).then(({ actor }) => actor));
  };

  it('serves integration systems, in their tenant', async () => {
    expect(await callProvisioner('IntegrationSystem')).toMatchObject({ kind: 'integration_system', id: own.integrationSystem, tenant });
    expect(await callProvisioner('IntegrationSystem', { tenant: aTenant() })).toBe('TenantNotFound');
    expect(await callProvisioner('IntegrationSystem', {})).toMatchObject({ tenant });
  });

  it('serves no Application and no Runtime, whatever their scopes', async () => {
    expect(await callProvisioner('Runtime')).toBe('InsufficientScopes');
    expect(await callProvisioner('Application')).toBe('InsufficientScopes');
  });
});
