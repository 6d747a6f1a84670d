import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
      message: 'integration system from is that of 3 applications',
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
    expect(await errorOf(unregister(system))).toMatchObject({ message: 'integration system system is that of 1 application' });
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
