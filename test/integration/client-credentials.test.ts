import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalClients, localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import { noRegistrar } from '#shared/consumers/registrars/no-registrar.ts';
import { removeClient } from '#shared/consumers/remove-client.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import {
  anIntegrationSystem,
  aSystem,
  aTenant,
  aUser,
  type Caller,
  type DirectorWorld,
  directorWorld,
  everyItem,
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { goFields } from '#test/support/go-client-fields.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let folder: string;
let registrar: LocalClients;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;
let own: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-clients-'));
  registrar = localRegistrar(folder);
  world = directorWorld(dynamo, { registrar });
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  own = await oneOfEverything(alice, 'own');
  return () => rm(folder, { recursive: true });
});

const kinds = [
  ['Application', 'AppSystemAuth', 'APPLICATION', () => own.application, 'application'],
  ['Runtime', 'RuntimeSystemAuth', 'RUNTIME', () => own.runtime, 'runtime'],
  ['IntegrationSystem', 'IntSysSystemAuth', 'INTEGRATION_SYSTEM', () => own.integrationSystem, 'integrationSystem'],
] as const;
type Kind = (typeof kinds)[number][0];

const request = (kind: Kind, id: string) =>
  `mutation { result: requestClientCredentialsFor${kind}(id: "${id}") { __typename id type referenceObjectId auth { ${goFields.auth} } } }`;
const credentialsOf = async (kind: Kind, id: string, caller = alice) => {
  const { result } = await caller.do(request(kind, id));
  return { authId: result.id, ...result.auth.credential };
};
const nameOf = async (query: string, caller = alice) => (await caller.ask(query)).errors[0]?.extensions?.error;
const addresses = async () => (await everyItem(dynamo)).filter(({ type, tenant: of }) => type === 'OAuthClient' && of === tenant);

describe.each(kinds)('client credentials of an %s', (kind, typeName, type, id, field) => {
  it('are an OAuth client of its own, whose secret is shown once and kept nowhere', async () => {
    const { result } = await alice.do(request(kind, id()));
    const { clientId, clientSecret } = result.auth.credential;
    expect(result).toMatchObject({
      __typename: typeName,
      type,
      referenceObjectId: id(),
      auth: { credential: { url: 'https://compass.test/oauth/token' }, oneTimeToken: null, certCommonName: null },
    });
    expect(await registrar.authenticate(clientId, clientSecret)).toEqual(expect.arrayContaining(['application:read']));
    const { owner } = await alice.do(`{ owner: ${field}(id: "${id()}") { auths { id auth { ${goFields.auth} } } } }`);
    const [shown] = owner.auths.filter(({ id: one }: { id: string }) => one === result.id);
    expect(shown.auth.credential).toEqual({ clientId, clientSecret: '', url: 'https://compass.test/oauth/token' });
    expect(JSON.stringify(await everyItem(dynamo))).not.toContain(clientSecret);
  });

  it('can be several, of which each ends by itself', async () => {
    const [first, second] = [await credentialsOf(kind, id()), await credentialsOf(kind, id())];
    expect(first.clientId).not.toBe(second.clientId);
    const remove = `mutation { result: deleteSystemAuthFor${kind}(authID: "${first.authId}") { id type } }`;
    expect(await alice.do(remove)).toEqual({ result: { id: first.authId, type } });
    expect(await nameOf(remove)).toBe('NotFound');
    const { owner } = await alice.do(`{ owner: ${field}(id: "${id()}") { auths { id } } }`);
    const ids = owner.auths.map((one: { id: string }) => one.id);
    expect(ids).toContain(second.authId);
    expect(ids).not.toContain(first.authId);
  });

  it('are ten at most, until one is deleted', async () => {
    const { owner } = await alice.do(`{ owner: ${field}(id: "${id()}") { auths { id auth { credential { __typename } } } } }`);
    const held = owner.auths.filter((one: { auth: { credential: object | null } }) => one.auth.credential);
    let { authId } = await credentialsOf(kind, id());
    for (let count = held.length + 1; count < 10; count += 1) ({ authId } = await credentialsOf(kind, id()));
    const { errors } = await alice.ask(request(kind, id()));
    expect(errors).toMatchObject([{ message: expect.stringContaining('10 OAuth clients'), extensions: { error: 'QuotaExceeded' } }]);
    await alice.do(`mutation { deleteSystemAuthFor${kind}(authID: "${authId}") { id } }`);
    await credentialsOf(kind, id());
  });

  it('are not made for what does not exist, nor for one of another kind', async () => {
    const before = (await readdir(folder)).length;
    for (const other of [own.bundle, own.application, own.runtime, own.integrationSystem].filter((one) => one !== id())) {
      expect(await nameOf(request(kind, other))).toBe('NotFound');
    }
    expect(await readdir(folder)).toHaveLength(before);
  });

  it('leave no client behind when they cannot be recorded', async () => {
    const before = (await readdir(folder)).length;
    const insert = () => Promise.reject(new Error('the table is away'));
    const failing = directorWorld(dynamo, { registrar, auths: { ...world.deps.auths, insert } }).as(aUser(tenant));
    expect(await nameOf(request(kind, id()), failing)).toBe('InternalError');
    expect(await readdir(folder)).toHaveLength(before);
  });

  it('are not there where the identity provider makes no clients, and the answer says so', async () => {
    const without = directorWorld(dynamo, { registrar: noRegistrar }).as(aUser(tenant));
    const { errors } = await without.ask(request(kind, id()));
    expect(errors).toMatchObject([{ message: expect.stringContaining('one-time token'), extensions: { error: 'InvalidOperation' } }]);
  });
});

describe('client credentials', () => {
  it('can be had by Applications and Runtimes for themselves, and by their integration system', async () => {
    await credentialsOf('Application', own.application, world.as(aSystem('application', own.application, tenant, own.applicationAuth)));
    await credentialsOf('Runtime', own.runtime, world.as(aSystem('runtime', own.runtime, tenant, own.runtimeAuth)));
    // Though it sees no credentials of Runtimes otherwise, it sees what it asked for.
    const shown = await credentialsOf('Runtime', own.runtime, world.as(anIntegrationSystem(tenant)));
    expect(await registrar.authenticate(shown.clientId, shown.clientSecret)).toBeDefined();
  });

  it.each(['Application', 'Runtime'] as const)('of an %s are not turned into a pairing', async (kind) => {
    const id = kind === 'Application' ? own.application : own.runtime;
    const { authId } = await credentialsOf(kind, id);
    const ask = `mutation { requestOneTimeTokenFor${kind}(id: "${id}", systemAuthID: "${authId}") { token } }`;
    expect(await nameOf(ask)).toBe('InvalidOperation');
    expect((await everyItem(dynamo)).find(({ sk }) => sk === `AUTH#${authId}`)).not.toHaveProperty('token');
  });

  it('of an integration system are for users with the scope alone', async () => {
    for (const actor of [anIntegrationSystem(tenant, own.integrationSystem), aSystem('runtime', own.runtime, tenant)]) {
      expect(await nameOf(request('IntegrationSystem', own.integrationSystem), world.as(actor))).toBe('InsufficientScopes');
    }
  });

  it.each([
    ['Application', 'application', 'unpairApplication'],
    ['Application', 'application', 'unregisterApplication'],
    ['Runtime', 'runtime', 'unregisterRuntime'],
    ['IntegrationSystem', 'integrationSystem', 'unregisterIntegrationSystem'],
  ] as const)('of an %s (%s) end with %s', async (kind, subject, operation) => {
    await alice.do(`mutation {
      a: unassignFormation(objectID: "${own.runtime}", objectType: RUNTIME, formation: { name: "${own.formation}" }) { id }
      b: unassignFormation(objectID: "${own.application}", objectType: APPLICATION, formation: { name: "${own.formation}" }) { id } }`);
    const { authId } = await credentialsOf(kind, own[subject]);
    await alice.do(`mutation { ${operation}(id: "${own[subject]}") { id } }`);
    expect((await everyItem(dynamo)).filter(({ sk }) => sk === `AUTH#${authId}`)).toEqual([]);
  });

  it.each([
    ['Application', 'registerApplication', 'unregisterApplication'],
    ['Runtime', 'registerRuntime', 'unregisterRuntime'],
    ['IntegrationSystem', 'registerIntegrationSystem', 'unregisterIntegrationSystem'],
  ] as const)('of an %s do not outlive it when both are asked for at once', async (kind, register, unregister) => {
    for (let round = 0; round < 10; round += 1) {
      const { owner } = await alice.do(`mutation { owner: ${register}(in: { name: "round-${round}" }) { id } }`);
      const requests = Array.from({ length: 3 }, () => alice.ask(request(kind, owner.id)));
      await Promise.all([...requests, alice.do(`mutation { ${unregister}(id: "${owner.id}") { id } }`)]);
      expect((await everyItem(dynamo)).filter(({ type, ownerId }) => type === 'SystemAuth' && ownerId === owner.id)).toEqual([]);
    }
  });
});

describe('tidying up after client credentials', () => {
  it('removes the client and its address, and may be repeated', async () => {
    const clients = dynamoOAuthClients(dynamo.table);
    const { clientId, clientSecret } = await credentialsOf('Runtime', own.runtime);
    const before = (await addresses()).length;
    await removeClient(clientId, { registrar, clients });
    await removeClient(clientId, { registrar, clients });
    expect(await registrar.authenticate(clientId, clientSecret)).toBeUndefined();
    expect(await addresses()).toHaveLength(before - 1);
  });

  it('keeps the address while the client cannot be deleted, so that a repeat finds both', async () => {
    const clients = dynamoOAuthClients(dynamo.table);
    const { clientId } = await credentialsOf('Runtime', own.runtime);
    const before = (await addresses()).length;
    const away = { delete: () => Promise.reject(new Error('away')) };
    await expect(removeClient(clientId, { registrar: away, clients })).rejects.toThrow('away');
    expect(await addresses()).toHaveLength(before);
  });
});
