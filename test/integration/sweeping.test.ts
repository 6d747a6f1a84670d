import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { sweepLeftovers } from '#shared/sweeping/sweep-leftovers.ts';
import type { Leftovers } from '#shared/sweeping/sweep-repository.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anInstanceAuth } from '#test/support/registry-builders.ts';
import { tableSending } from '#test/support/table-sending.ts';

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

const deps = (wait: number) => ({
  sweeps: dynamoSweeps(dynamo.table),
  instanceAuths: world.deps.instanceAuths,
  clock: () => later(new Date(), wait),
});
const sweep = (wait = minutes(6)) => sweepLeftovers(deps(wait));
const itemsOf = async (id: string) => (await everyItem(dynamo)).filter(({ pk, sk }) => `${pk}#${sk}`.includes(id));
const typesOf = async (id: string) => new Set((await itemsOf(id)).map(({ type }) => type));

/** The Director on a client that dies at the n-th call of one of these commands, and at every call after it. */
const crashing = (at: number, ...commands: string[]): Caller => directorWorld({ table: crashingTable(at, ...commands) }).as(aUser(tenant));

function crashingTable(at: number, ...commands: string[]) {
  let calls = 0;
  return tableSending(dynamo, (command) => {
    if (commands.includes(command.constructor.name)) calls += 1;
    // Of a kind that is not tried again.
    return calls >= at ? Promise.reject(new TypeError('the process is gone')) : dynamo.client.send(command);
  });
}

const fail = () => Promise.reject(new Error('gone'));

const bundles = (count: number) =>
  `bundles: [${Array.from(
    { length: count },
    (_, index) => `{ name: "b-${index}", apiDefinitions: [{
  name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "openapi: 3.1.0" } }] }`,
  ).join()}]`;
const register = (rest = '') => registerNamed('a', rest);
const registerNamed = async (name: string, rest = '') =>
  (
    await alice.do(
      `mutation { app: registerApplication(in: { name: "${name}", healthCheckURL: "https://example.com", ${rest} }) { id bundles { data { id } } } }`,
    )
  ).app;

/** Adds so many API Definitions with texts in the table. */
async function fill(bundle: string, count: number): Promise<void> {
  const input = '{ name: "x", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "openapi: 3.1.0" } }';
  for (let index = 0; index < count; index += 1) {
    await alice.do(`mutation { addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${input}) { id } }`);
  }
}

/** Registers a Runtime that has so many instance auths; answers its id. */
async function runtimeWithInstanceAuths(count: number): Promise<string> {
  const app = await register(bundles(1));
  const { r } = await alice.do(`mutation { r: registerRuntime(in: { name: "r" }) { id } }`);
  const place = { tenant, applicationId: app.id, bundleId: app.bundles.data[0].id, runtimeId: r.id };
  for (let index = 0; index < count; index += 1) await world.deps.instanceAuths.insert(anInstanceAuth(place));
  return r.id;
}

describe('the rest of', () => {
  it('an Application that was deleted is invisible, and swept', async () => {
    const { id } = await register(bundles(20));
    await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    expect(await typesOf(id)).toEqual(new Set(['Bundle', 'ApiDefinition', 'Spec', 'Sweep']));
    const { a, all } = await alice.do(`{ a: application(id: "${id}") { id } all: applications { totalCount } }`);
    expect({ a, all }).toEqual({ a: null, all: { totalCount: 0 } });
    await register();
    expect((await sweep()).items).toBeGreaterThan(20);
    expect(await itemsOf(id)).toEqual([]);
  });

  it('a Runtime is swept', async () => {
    const r = await runtimeWithInstanceAuths(3);
    await alice.do(`mutation { unregisterRuntime(id: "${r}") { id } }`);
    expect(await typesOf(r)).toEqual(new Set(['HeldInstanceAuths', 'QuotaCounts', 'Sweep']));
    expect(await world.deps.instanceAuths.listOfRuntime(tenant, r)).toHaveLength(3);
    await sweep();
    expect(await world.deps.instanceAuths.listOfRuntime(tenant, r)).toEqual([]);
    expect(await typesOf(r)).toEqual(new Set(['HeldInstanceAuths']));
  });

  it('a large bundle is swept with its texts, and nothing else of its Application', async () => {
    const app = await register(bundles(1));
    const [{ id }] = app.bundles.data;
    await fill(id, 60);
    const { kept } = await alice.do(
      `mutation { kept: addBundle(applicationID: "${app.id}", in: { name: "kept", documents: [{ title: "t", displayName: "d", description: "d", format: MARKDOWN, data: "text" }] }) { id } }`,
    );
    const before = (await itemsOf(app.id)).filter(({ sk }) => sk.includes(kept.id)).length;
    await alice.do(`mutation { deleteBundle(id: "${id}") { id } }`);
    expect(await typesOf(id)).toEqual(new Set(['ApiDefinition', 'Sweep']));
    await sweep();
    expect(await itemsOf(id)).toEqual([]);
    const left = await itemsOf(app.id);
    expect(left.filter(({ sk }) => sk.includes(kept.id))).toHaveLength(before);
    expect(left.filter(({ type }) => type === 'Spec')).toHaveLength(1);
  });

  it('a small bundle is nothing: it goes with all that is in it', async () => {
    const app = await register(bundles(1));
    const [{ id }] = app.bundles.data;
    await fill(id, 10);
    await alice.do(`mutation { deleteBundle(id: "${id}") { id } }`);
    expect(await itemsOf(id)).toEqual([]);
    expect((await typesOf(app.id)).has('Spec')).toBe(false);
  });

  it('an Application that never came to be is swept', async () => {
    const large = `mutation { registerApplication(in: { name: "large", ${bundles(60)} }) { id } }`;
    await crashing(3, 'TransactWriteCommand').ask(large);
    const sweeps = (await everyItem(dynamo)).filter(({ type, tenant: of }) => type === 'Sweep' && of === tenant);
    expect(sweeps).toHaveLength(1);
    const id = sweeps[0]?.ownerId;
    expect((await itemsOf(id)).length).toBeGreaterThan(50);
    await sweep(minutes(1));
    expect((await itemsOf(id)).length).toBeGreaterThan(50);
    await sweep();
    expect(await itemsOf(id)).toEqual([]);
    await alice.do(large);
  });
});

describe('the credentials of a Runtime that was unregistered', () => {
  it('are released by the sweeper where the Runtime got them in its last moment', async () => {
    const app = await register(bundles(1));
    const { r } = await alice.do(`mutation { r: registerRuntime(in: { name: "r" }) { id } }`);
    const { listOfRuntime } = world.deps.instanceAuths;
    const late = anInstanceAuth({ tenant, applicationId: app.id, bundleId: app.bundles.data[0].id, runtimeId: r.id });
    await world.deps.instanceAuths.insert(late);
    await alice.do(`mutation { unregisterRuntime(id: "${r.id}") { id } }`);
    // What was asked for while the Runtime was deleted is not in the index yet when what it has is released first.
    const instanceAuths = { ...world.deps.instanceAuths, listOfRuntime: async () => [] };
    expect((await sweepLeftovers({ ...deps(0), instanceAuths })).sweeps).toBe(1);
    expect(await listOfRuntime(tenant, r.id)).toEqual([late]);
    expect((await sweep(seconds(50))).sweeps).toBe(0);
    expect((await sweep(minutes(2))).sweeps).toBe(1);
    expect(await listOfRuntime(tenant, r.id)).toEqual([]);
    const released = { status: { condition: 'UNUSED' }, changedBy: 'user/alice' };
    expect(await world.deps.instanceAuths.findById(tenant, late.id)).toMatchObject(released);
    expect((await typesOf(r.id)).has('Sweep')).toBe(false);
  });
});

describe('the sweeper', () => {
  it('has nothing to do where nothing was deleted', async () => {
    await register(bundles(60));
    expect(await sweep()).toEqual({ sweeps: 0, items: 0 });
  });

  it('leaves alone what is there', async () => {
    const app = await register(bundles(2));
    const sweeps = dynamoSweeps(dynamo.table);
    const leftovers = { tenant, kind: 'application', ownerId: app.id } as const;
    expect(await Promise.all([leftovers, { ...leftovers, bundleId: app.bundles.data[0].id }].map(sweeps.isOwned))).toEqual([true, true]);
  });

  it.each([1, 2, 3])('takes up again what a sweep left when it died at its call %i, and clears it once though several run', async (at) => {
    const { id } = await register(bundles(30));
    await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    const dying = dynamoSweeps(crashingTable(at, 'BatchWriteCommand'));
    await expect(sweepLeftovers({ ...deps(0), sweeps: dying })).rejects.toThrow('the process is gone');
    expect((await itemsOf(id)).length).toBeGreaterThan(10);
    expect(await sweep(minutes(1))).toEqual({ sweeps: 0, items: 0 });
    const runs = await Promise.all(Array.from({ length: 4 }, () => sweep(minutes(11))));
    expect(runs.reduce((sum, run) => sum + run.sweeps, 0)).toBe(1);
    expect(await itemsOf(id)).toEqual([]);
  });

  it('goes on with others where it fails with one', async () => {
    const [one, other] = [await register(bundles(2)), await registerNamed('other', bundles(2))];
    for (const { id } of [one, other]) await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    const sweeps = dynamoSweeps(dynamo.table);
    const failing = { ...sweeps, clear: async (leftovers: Leftovers) => (leftovers.ownerId === one.id ? fail() : sweeps.clear(leftovers)) };
    await expect(sweepLeftovers({ ...deps(0), sweeps: failing })).rejects.toThrow('gone');
    expect(await itemsOf(other.id)).toEqual([]);
    await sweep(minutes(11));
    expect(await itemsOf(one.id)).toEqual([]);
  });
});
