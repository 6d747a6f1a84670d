import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roleScopes } from '#shared/authorization/scopes.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
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

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
});

const register = async (name: string, caller = alice) =>
  (await caller.do(`mutation { result: registerIntegrationSystem(in: { name: "${name}", description: "d" }) { id } }`)).result.id;
const registerApplication = async (name: string, system: string) =>
  (await alice.do(`mutation { result: registerApplication(in: { name: "${name}", integrationSystemID: "${system}" }) { id } }`)).result.id;
const errorOf = async (query: string, caller = alice) => (await caller.ask(query)).errors[0];
const nameOf = async (query: string, caller = alice) => (await errorOf(query, caller))?.extensions?.error;
const unregister = (id: string) => `mutation { unregisterIntegrationSystem(id: "${id}") { id name } }`;
const itemsOfTenant = async () => (await everyItem(dynamo)).filter(({ pk }) => pk.startsWith(`T#${tenant}#`));

describe('an integration system', () => {
  it('is registered, found, listed in pages and changed', async () => {
    const [first, second] = [await register('kyma-provisioner'), await register('erp.sync')];
    expect(await alice.do(`{ integrationSystem(id: "${first}") { id name description auths { id } } }`)).toEqual({
      integrationSystem: { id: first, name: 'kyma-provisioner', description: 'd', auths: [] },
    });
    const { page } = await alice.do('{ page: integrationSystems(first: 1) { data { id } pageInfo { endCursor hasNextPage } totalCount } }');
    expect(page).toMatchObject({ data: [{ id: first }], pageInfo: { hasNextPage: true }, totalCount: 2 });
    const { rest } = await alice.do(
      `{ rest: integrationSystems(after: "${page.pageInfo.endCursor}") { data { id } pageInfo { hasNextPage } } }`,
    );
    expect(rest).toEqual({ data: [{ id: second }], pageInfo: { hasNextPage: false } });
    const { updated } = await alice.do(
      `mutation { updated: updateIntegrationSystem(id: "${first}", in: { name: "provisioner" }) { name description } }`,
    );
    expect(updated).toEqual({ name: 'provisioner', description: null });
  });

  it('has a name that is unique in its tenant, from its registration to its end', async () => {
    const taken = { message: expect.stringContaining('object=integrationSystem'), extensions: { error: 'NotUniqueName', error_code: 31 } };
    const id = await register('one');
    const again = 'mutation { registerIntegrationSystem(in: { name: "one" }) { id } }';
    expect(await errorOf(again)).toMatchObject(taken);
    await register('one', world.as(aUser(aTenant())));
    const other = await register('other');
    expect(await errorOf(`mutation { updateIntegrationSystem(id: "${other}", in: { name: "one" }) { id } }`)).toMatchObject(taken);
    await alice.do(`mutation { updateIntegrationSystem(id: "${id}", in: { name: "two" }) { id } }`);
    await alice.do(again);
    await alice.do(unregister(id));
    await register('two');
  });

  it('is registered once when many ask for one name at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => alice.ask('mutation { registerIntegrationSystem(in: { name: "race" }) { id } }')),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it.each(['', 'Upper', '1st', '-a', 'a-', 'a..b', 'a_b', 'ä', 'a'.repeat(37)])('is not called %j', async (name) => {
    const error = await errorOf(`mutation { registerIntegrationSystem(in: { name: "${name}" }) { id } }`);
    expect(error).toMatchObject({ message: expect.stringContaining('name='), extensions: { error: 'InvalidData' } });
  });

  it('leaves nothing behind when it is unregistered, and is not found again', async () => {
    const id = await register('gone');
    expect(await alice.do(unregister(id))).toEqual({ unregisterIntegrationSystem: { id, name: 'gone' } });
    expect(await nameOf(unregister(id))).toBe('NotFound');
    expect(await alice.do(`{ integrationSystem(id: "${id}") { id } integrationSystems { totalCount } }`)).toEqual({
      integrationSystem: null,
      integrationSystems: { totalCount: 0 },
    });
    expect(new Set((await itemsOfTenant()).map(({ type }) => type))).toEqual(new Set(['Counter']));
  });

  it('is changed by users only, and read by those of its kind', async () => {
    const id = await register('system');
    const itself = world.as(anIntegrationSystem(tenant, id));
    expect(await itself.do(`{ integrationSystem(id: "${id}") { name auths { id } } }`)).toEqual({
      integrationSystem: { name: 'system', auths: null },
    });
    for (const change of [
      'registerIntegrationSystem(in: { name: "x" }) { id }',
      `updateIntegrationSystem(id: "${id}", in: { name: "x" }) { id }`,
      `unregisterIntegrationSystem(id: "${id}") { id }`,
    ]) {
      expect(await nameOf(`mutation { ${change} }`, itself)).toBe('InsufficientScopes');
    }
  });
});

describe('an integration system of all tenants', () => {
  const both = [...(roleScopes.admin ?? []), ...(roleScopes.operator ?? [])];
  const operatorOf = (one: TenantId) => world.as(aUser(one, both));
  const registerForAll = async (name = 'everywhere') =>
    (await operatorOf(tenant).do(`mutation { result: registerIntegrationSystem(in: { name: "${name}" }) { id allTenants } }`)).result.id;
  const credentials = (id: string) => `mutation { result: requestClientCredentialsForIntegrationSystem(id: "${id}") { id } }`;

  it('is registered by operators that are administrators as well, unless they say otherwise', async () => {
    const of = async (caller: Caller, name: string, given: string) =>
      (await caller.do(`mutation { result: registerIntegrationSystem(in: { name: "${name}"${given} }) { allTenants } }`)).result.allTenants;
    expect(await of(operatorOf(tenant), 'one', '')).toBe(true);
    expect(await of(operatorOf(tenant), 'two', ', allTenants: false')).toBe(false);
    expect(await of(alice, 'three', '')).toBe(false);
    expect(await of(alice, 'four', ', allTenants: false')).toBe(false);
    const register = (scopes: readonly string[] | undefined) =>
      nameOf('mutation { registerIntegrationSystem(in: { name: "five", allTenants: true }) { id } }', world.as(aUser(tenant, scopes)));
    for (const role of ['admin', 'viewer', 'operator'])
      expect([role, await register(roleScopes[role])]).toEqual([role, 'InsufficientScopes']);
    expect(
      await nameOf(
        'mutation { registerIntegrationSystem(in: { name: "x", allTenants: true }) { id } }',
        world.as(anIntegrationSystem(tenant)),
      ),
    ).toBe('InsufficientScopes');
  });

  it('is administered by those operators alone, in the tenant that it was registered in', async () => {
    const id = await registerForAll();
    const auth = (await operatorOf(tenant).do(credentials(id))).result.id;
    const changes = [
      credentials(id),
      `mutation { updateIntegrationSystem(id: "${id}", in: { name: "x" }) { id } }`,
      `mutation { deleteSystemAuthForIntegrationSystem(authID: "${auth}") { id } }`,
      unregister(id),
    ];
    const elsewhere = aTenant();
    const callers: [string, Caller, string][] = [
      ['an administrator', alice, 'InsufficientScopes'],
      ['a viewer', world.as(aUser(tenant, roleScopes.viewer)), 'InsufficientScopes'],
      ['an operator', world.as(aUser(tenant, roleScopes.operator)), 'InsufficientScopes'],
      ['the system itself', world.as(anIntegrationSystem(tenant, id)), 'InsufficientScopes'],
      ['the system itself elsewhere', world.as(anIntegrationSystem(elsewhere, id)), 'InsufficientScopes'],
      ['an administrator elsewhere', world.as(aUser(elsewhere)), 'NotFound'],
      ['an operator and administrator elsewhere', operatorOf(elsewhere), 'NotFound'],
    ];
    for (const [who, caller, error] of callers) {
      for (const change of changes) expect([who, change, await nameOf(change, caller)]).toEqual([who, change, error]);
    }
    for (const change of changes.slice(1)) await operatorOf(tenant).do(change);
  });

  it('stays one of all tenants, and others stay those of one', async () => {
    const [everywhere, here] = [await registerForAll(), await register('here')];
    const change = (id: string, allTenants: boolean) =>
      nameOf(
        `mutation { updateIntegrationSystem(id: "${id}", in: { name: "n-${id.slice(-4)}", allTenants: ${allTenants} }) { id } }`,
        operatorOf(tenant),
      );
    expect([await change(everywhere, false), await change(here, true)]).toEqual(['InvalidData', 'InvalidData']);
    expect([await change(everywhere, true), await change(here, false)]).toEqual([undefined, undefined]);
  });

  it('is found from every tenant by its id, without its credentials; others are not', async () => {
    const [everywhere, here] = [await registerForAll(), await register('here')];
    await operatorOf(tenant).do(credentials(everywhere));
    const find = async (caller: Caller, id: string) =>
      (await caller.do(`{ result: integrationSystem(id: "${id}") { name allTenants auths { id } } integrationSystems { totalCount } }`))
        .result;
    const stranger = world.as(aUser(aTenant()));
    expect(await find(stranger, everywhere)).toEqual({ name: 'everywhere', allTenants: true, auths: null });
    expect(await find(operatorOf(aTenant()), everywhere)).toMatchObject({ auths: null });
    expect(await find(alice, everywhere)).toMatchObject({ auths: [{ id: expect.any(String) }] });
    expect(await find(stranger, here)).toBeNull();
    expect((await stranger.do('{ integrationSystems { totalCount } }')).integrationSystems.totalCount).toBe(0);
  });

  it('is named by Applications of every tenant, and stays while one does', async () => {
    const [everywhere, here] = [await registerForAll(), await register('here')];
    const elsewhere = world.as(anIntegrationSystem(aTenant(), everywhere));
    const registering = (id: string) =>
      `mutation { result: registerApplication(in: { name: "shop", integrationSystemID: "${id}" }) { id } }`;
    expect(await nameOf(registering(here), elsewhere)).toBe('NotFound');
    const { result } = await elsewhere.do(registering(everywhere));
    const { moved } = await elsewhere.do('mutation { moved: registerApplication(in: { name: "moved" }) { id } }');
    const move = (id: string) => `mutation { updateApplication(id: "${moved.id}", in: { integrationSystemID: ${id} }) { id } }`;
    await elsewhere.do(move(`"${everywhere}"`));
    expect(await errorOf(unregister(everywhere), operatorOf(tenant))).toMatchObject({
      message: expect.stringContaining('[applications=2; object=integrationSystem;'),
    });
    await elsewhere.do(move('null'));
    await elsewhere.do(`mutation { unregisterApplication(id: "${result.id}") { id } }`);
    await operatorOf(tenant).do(unregister(everywhere));
    expect(await nameOf(registering(everywhere), elsewhere)).toBe('NotFound');
    expect(new Set((await itemsOfTenant()).map(({ type }) => type))).not.toContain('SystemAuth');
    expect((await everyItem(dynamo)).filter(({ pk }) => pk === `INTSYS#${everywhere}`)).toEqual([]);
  });
});

describe('a user of one tenant without a Tenant header', () => {
  const headerless = () => world.as({ ...aUser(tenant), tenantImplied: true });

  it.each([
    '{ integrationSystems { totalCount } applicationTemplates { totalCount } formationTemplates { totalCount } tenants { totalCount } }',
    'mutation { registerIntegrationSystem(in: { name: "system" }) { id } }',
    'mutation { createApplicationTemplate(in: { name: "t", applicationInput: { name: "a" }, accessLevel: GLOBAL }) { id } }',
    'query { ...f } fragment f on Query { ... on Query { integrationSystems { totalCount } } }',
  ])('administers what belongs to no tenant in the original: %s', async (document) => {
    expect(await errorOf(document, headerless())).toBeUndefined();
  });

  it.each([
    '{ applications { totalCount } }',
    '{ viewer { id } }',
    '{ integrationSystems { totalCount } applications { totalCount } }',
    'query { ...f } fragment f on Query { ... on Query { runtimes { totalCount } } }',
    'query { integrationSystems { totalCount } ... { formations { totalCount } } }',
    'mutation { registerIntegrationSystem(in: { name: "first" }) { id } registerApplication(in: { name: "a" }) { id } }',
  ])('is refused with status 400 for anything else, before anything is done: %s', async (document) => {
    const { status, errors } = await headerless().ask(document);
    expect([status, errors[0]?.extensions]).toEqual([400, { error: 'TenantRequired', error_code: 24 }]);
    expect((await alice.do('{ integrationSystems { totalCount } }')).integrationSystems.totalCount).toBe(0);
  });
});

describe('an Application of an integration system', () => {
  it('says whose it is, by its field and by a label', async () => {
    const system = await register('system');
    const id = await registerApplication('shop', system);
    const { application } = await alice.do(`{ application(id: "${id}") { integrationSystemID labels } }`);
    expect(application).toEqual({
      integrationSystemID: system,
      labels: { name: 'mp-shop', managed: 'false', integrationSystemID: system },
    });
  });

  it('is not registered when the integration system does not exist, and leaves its name free', async () => {
    const error = await errorOf(
      'mutation { registerApplication(in: { name: "shop", integrationSystemID: "0197f000-0000-7000-8000-0000000000aa" }) { id } }',
    );
    expect(error).toMatchObject({
      message: 'Object not found [ID=0197f000-0000-7000-8000-0000000000aa; object=integrationSystem]',
      extensions: { error: 'NotFound', error_code: 20 },
    });
    await alice.do('mutation { registerApplication(in: { name: "shop" }) { id } }');
  });

  it('keeps its integration system from being unregistered until it is gone, moved or released', async () => {
    const [from, to] = [await register('from'), await register('to')];
    const [moved, released, gone] = [
      await registerApplication('moved', from),
      await registerApplication('released', from),
      await registerApplication('gone', from),
    ];
    expect(await errorOf(unregister(from))).toMatchObject({
      message:
        'The operation is not allowed [applications=3; object=integrationSystem; reason=The record cannot be deleted because another record refers to it]',
      extensions: { error: 'InvalidOperation' },
    });
    const update = (id: string, system: string) =>
      alice.do(
        `mutation { result: updateApplication(id: "${id}", in: { integrationSystemID: ${system} }) { integrationSystemID labels } }`,
      );
    expect((await update(moved, `"${to}"`)).result).toMatchObject({ integrationSystemID: to, labels: { integrationSystemID: to } });
    const { result } = await update(released, 'null');
    expect(result).toEqual({ integrationSystemID: null, labels: { name: 'mp-released', managed: 'false' } });
    expect(await nameOf(unregister(from))).toBe('InvalidOperation');
    await alice.do(`mutation { unregisterApplication(id: "${gone}") { id } }`);
    await alice.do(unregister(from));
    expect(await nameOf(unregister(to))).toBe('InvalidOperation');
  });

  it('keeps its integration system when it is changed otherwise, or named it again', async () => {
    const system = await register('system');
    const id = await registerApplication('shop', system);
    for (const change of ['description: "x"', `integrationSystemID: "${system}"`]) {
      const { result } = await alice.do(`mutation { result: updateApplication(id: "${id}", in: { ${change} }) { integrationSystemID } }`);
      expect(result.integrationSystemID).toBe(system);
    }
    expect(await errorOf(unregister(system))).toMatchObject({
      message:
        'The operation is not allowed [applications=1; object=integrationSystem; reason=The record cannot be deleted because another record refers to it]',
    });
  });

  it('learns of no other integration system, and does not leave its own by itself', async () => {
    const [own, other] = [await register('own'), await register('other')];
    const id = await registerApplication('shop', own);
    const itself = world.as(aSystem('application', id, tenant));
    for (const value of [`"${other}"`, 'null']) {
      expect(await nameOf(`mutation { updateApplication(id: "${id}", in: { integrationSystemID: ${value} }) { id } }`, itself)).toBe(
        'NotFound',
      );
    }
  });

  it('is registered for a system that stays, or not at all, when both happen at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const system = await register(`system-${round}`);
      const [registered, unregistered] = await Promise.all([
        alice.ask(`mutation { registerApplication(in: { name: "app-${round}", integrationSystemID: "${system}" }) { id } }`),
        alice.ask(unregister(system)),
      ]);
      const failed = [registered, unregistered].filter(({ errors }) => errors.length > 0);
      expect(failed).toHaveLength(1);
      expect(['NotFound', 'InvalidOperation']).toContain(failed[0]?.errors[0]?.extensions?.error);
    }
  });
});
