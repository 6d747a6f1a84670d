import { randomUUID } from 'node:crypto';
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
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;
let id: string;
let itself: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  await alice.do('mutation { createFormation(formation: { name: "A" }) { id } }');
  const { made } = await alice.do('mutation { made: registerRuntime(in: { name: "r" }) { id } }');
  id = made.id;
  itself = world.as(aSystem('runtime', id, tenant));
});

const set = (key: string, value: string) => `mutation { setRuntimeLabel(runtimeID: "${id}", key: "${key}", value: "${value}") { key } }`;
const remove = (key: string) => `mutation { deleteRuntimeLabel(runtimeID: "${id}", key: "${key}") { key } }`;
const replace = (labels: string) => `mutation { made: updateRuntime(id: "${id}", in: { name: "r", labels: { ${labels} } }) { labels } }`;
const automatic = (key: string, value: string) =>
  `mutation { createAutomaticScenarioAssignment(in: { scenarioName: "A", selector: { key: "${key}", value: "${value}" } }) { scenarioName } }`;
const subaccount = 'mutation { assignFormation(objectID: "s", objectType: TENANT, formation: { name: "A" }) { id } }';
const labels = async () => (await alice.do(`{ r: runtime(id: "${id}") { labels } }`)).r.labels;
const scenarios = async () => (await labels()).scenarios ?? [];
const refusal = async (caller: Caller, document: string) => (await caller.ask(document)).errors[0]?.extensions?.error;

describe('a label that a Runtime set itself', () => {
  it.each([
    ['setRuntimeLabel', () => set('region', 'eu')],
    ['updateRuntime', () => replace('region: "eu"')],
  ])('lets it into no formation that selects it later, by %s', async (_, plant) => {
    await itself.do(plant());
    await alice.do(automatic('region', 'eu'));
    expect(await labels()).toEqual({ isNormalized: 'true', region: 'eu' });
    // Neither do later changes of other labels, by any caller.
    await alice.do(set('tier', 'gold'));
    await itself.do(set('zone', 'a'));
    expect(await scenarios()).toEqual([]);
  });

  it('counts from the moment on that a user or integration system sets it, and no more when the Runtime deleted its own', async () => {
    await itself.do(set('region', 'eu'));
    await alice.do(automatic('region', 'eu'));
    await world.as(anIntegrationSystem(tenant)).do(set('region', 'eu'));
    expect(await scenarios()).toEqual(['A']);
    expect(await refusal(itself, remove('region'))).toBe('InsufficientScopes');
    expect(await scenarios()).toEqual(['A']);
  });

  it('does not begin to count when a client reads all labels, changes another one and sends them back', async () => {
    await itself.do(set('region', 'eu'));
    await alice.do(automatic('region', 'eu'));
    await alice.do(replace('region: "eu", cluster: "c-1"'));
    expect(await labels()).toEqual({ isNormalized: 'true', region: 'eu', cluster: 'c-1' });
    await alice.do(set('region', 'eu'));
    expect(await scenarios()).toEqual(['A']);
  });

  it.each([
    ['deletes it', [() => remove('region')]],
    ['changes it', [() => set('region', 'us')]],
    ['drops it with all others', [() => replace('zone: "a"')]],
    ['deletes it, sets it to something else and deletes that', [() => remove('region'), () => set('region', 'us'), () => remove('region')]],
    ['changes it and changes it back', [() => set('region', 'us'), () => set('region', 'eu')]],
  ])('does not begin to count when the Runtime %s while a client that has read all labels is about to send them back', async (_, moves) => {
    await itself.do(set('region', 'eu'));
    const { region } = await labels();
    for (const move of moves) await itself.do(move());
    await alice.do(replace(`region: "${region}", cluster: "c-1"`));
    expect(await labels()).toEqual({ isNormalized: 'true', region: 'eu', cluster: 'c-1' });
    await alice.do(automatic('region', 'eu'));
    expect(await scenarios()).toEqual([]);
    // The same once the assignment is there.
    await itself.do(remove('region'));
    await alice.do(replace('region: "eu"'));
    expect(await scenarios()).toEqual([]);
  });

  it('does not begin to count when its tenant deleted it before a client sends it back', async () => {
    await itself.do(set('region', 'eu'));
    await alice.do(remove('region'));
    await alice.do(replace('region: "eu"'));
    await alice.do(automatic('region', 'eu'));
    expect(await scenarios()).toEqual([]);
  });

  it('is one of a hundred at most, those that are gone included, until its tenant sets it', async () => {
    const all = Array.from({ length: 100 }, (_, n) => `l${n}: "x"`).join();
    await itself.do(replace(all));
    await itself.do(replace('l0: "y"'));
    await itself.do(set('runtime_consoleUrl', 'https://console.example.com'));
    expect(await refusal(itself, set('l100', 'x'))).toBe('InvalidData');
    expect(await refusal(itself, replace('l0: "y", l100: "x"'))).toBe('InvalidData');
    await itself.do(set('l99', 'again'));
    await alice.do(set('l1', 'x'));
    await itself.do(set('l100', 'x'));
    expect(await labels()).toEqual({
      isNormalized: 'true',
      l0: 'y',
      l1: 'x',
      l99: 'again',
      l100: 'x',
      runtime_consoleUrl: 'https://console.example.com',
    });
  });
});

describe('the labels that are fixed once they are there', () => {
  it.each(['CMPSaaSAppName', 'xsappnameCMPClone', 'x_defaultEventing'])(
    'cannot be planted by the Runtime or Application itself, so that its tenant can set them: %s',
    async (key) => {
      expect(await refusal(itself, set(key, 'eu'))).toBe('InsufficientScopes');
      expect(await refusal(itself, replace(`${key}: "eu"`))).toBe('InsufficientScopes');
      await alice.do(set(key, 'eu'));
      await itself.do(replace(`${key}: "eu", zone: "a"`));
      await alice.do(automatic(key, 'eu'));
      expect(await scenarios()).toEqual(['A']);
      const { made } = await alice.do(`mutation { made: registerApplication(in: { name: "${randomUUID()}" }) { id } }`);
      const application = world.as(aSystem('application', made.id, tenant));
      const plant = `mutation { setApplicationLabel(applicationID: "${made.id}", key: "${key}", value: "eu") { key } }`;
      expect(await refusal(application, plant)).toBe('InsufficientScopes');
      await alice.do(plant);
    },
  );
});

describe('the labels that name the subaccount and the type', () => {
  it.each([
    ['setRuntimeLabel', (key: string) => set(key, 's')],
    ['updateRuntime', (key: string) => replace(`${key}: "s"`)],
  ])('are not for the Runtime itself, by %s, whether or not there is an assignment', async (_, plant) => {
    for (const key of ['global_subaccount_id', 'runtimeType']) expect(await refusal(itself, plant(key))).toBe('InsufficientScopes');
    await alice.do(subaccount);
    expect(await refusal(itself, plant('global_subaccount_id'))).toBe('InsufficientScopes');
    expect(await labels()).toEqual({ isNormalized: 'true' });
    await alice.do(set('global_subaccount_id', 's'));
    expect(await scenarios()).toEqual(['A']);
  });

  it('are not for an Application itself either', async () => {
    const { made } = await alice.do(`mutation { made: registerApplication(in: { name: "${randomUUID()}" }) { id } }`);
    const application = world.as(aSystem('application', made.id, tenant));
    const type = (value: string) =>
      `mutation { setApplicationLabel(applicationID: "${made.id}", key: "applicationType", value: "${value}") { key } }`;
    expect(await refusal(application, type('shop'))).toBe('InsufficientScopes');
    await alice.do(type('shop'));
    await application.do(type('shop'));
    expect(await refusal(application, type('crm'))).toBe('InsufficientScopes');
    expect(
      await refusal(application, `mutation { deleteApplicationLabel(applicationID: "${made.id}", key: "applicationType") { key } }`),
    ).toBe('InsufficientScopes');
  });

  it('and the integration system are not for an Application itself', async () => {
    const { made } = await alice.do(`mutation { made: registerApplication(in: { name: "${randomUUID()}" }) { id } }`);
    const application = world.as(aSystem('application', made.id, tenant));
    const plant = `mutation { setApplicationLabel(applicationID: "${made.id}", key: "integrationSystemID", value: "${randomUUID()}") { key } }`;
    expect(await refusal(application, plant)).toBe('InsufficientScopes');
  });
});

describe('a Runtime that changes itself', () => {
  it('neither replaces nor drops what it was given, whether the label or the assignment came first', async () => {
    await alice.do(set('region', 'eu'));
    for (const moment of ['before the assignment', 'after it']) {
      expect([moment, await refusal(itself, set('region', 'us'))]).toEqual([moment, 'InsufficientScopes']);
      expect(await refusal(itself, remove('region'))).toBe('InsufficientScopes');
      expect(await refusal(itself, replace('region: "us"'))).toBe('InsufficientScopes');
      const { made } = await itself.do(replace('runtime_eventServiceUrl: "https://events.example.com"'));
      expect(made.labels).toMatchObject({ region: 'eu', runtime_eventServiceUrl: 'https://events.example.com' });
      await alice.do(moment === 'after it' ? '{ viewer { id } }' : automatic('region', 'eu'));
      expect(await scenarios()).toEqual(['A']);
    }
  });

  it('sets the labels by which Agents report, also after an administrator set them, and they select nothing', async () => {
    for (const key of ['runtime_eventServiceUrl', 'runtime_eventServiceUrlForTokens', 'runtime_consoleUrl', 'isNormalized']) {
      await alice.do(set(key, 'false'));
      await itself.do(set(key, 'https://cluster.example.com'));
      await itself.do(replace(`${key}: "https://other.example.com"`));
      expect(await labels()).toMatchObject({ [key]: 'https://other.example.com' });
      expect(await refusal(alice, automatic(key, 'https://other.example.com'))).toBe('InvalidData');
      await itself.do(remove(key));
      expect(await labels()).not.toHaveProperty(key);
    }
  });

  it('replaces and drops its own labels as ever', async () => {
    await itself.do(set('zone', 'a'));
    await itself.do(replace('rack: "7"'));
    expect(await labels()).toEqual({ isNormalized: 'true', rack: '7' });
    await itself.do(remove('rack'));
    expect(await labels()).toEqual({ isNormalized: 'true' });
  });

  it('sends back in which formations it is, and may not ask for others', async () => {
    await alice.do(set('region', 'eu'));
    await alice.do(automatic('region', 'eu'));
    await itself.do(replace('region: "eu", scenarios: ["A"], zone: "a"'));
    expect(await refusal(itself, replace('scenarios: []'))).toBe('InsufficientScopes');
    expect(await refusal(itself, replace('scenarios: ["A", "B"]'))).toBe('InsufficientScopes');
    expect(await scenarios()).toEqual(['A']);
  });

  it('gets an error that a label would not let it in', async () => {
    await alice.do(automatic('region', 'eu'));
    expect(await refusal(itself, set('region', 'eu'))).toBe('InsufficientScopes');
    expect(await refusal(itself, replace('region: "eu"'))).toBe('InsufficientScopes');
  });
});

describe('updateRuntime of a user', () => {
  it('puts the Runtime into the formations that scenarios names, beside those that select it, and takes it out of the others', async () => {
    await alice.do(automatic('region', 'eu'));
    const { made } = await alice.do(replace('region: "eu", scenarios: ["B"]'));
    expect(made.labels).toEqual({ isNormalized: 'true', region: 'eu', scenarios: ['A', 'B'] });
    expect((await alice.do(replace('region: "eu"'))).made.labels.scenarios).toEqual(['A', 'B']);
    expect((await alice.do(replace('region: "eu", scenarios: []'))).made.labels.scenarios).toEqual(['A']);
  });

  it('follows a selector in a list of values', async () => {
    await alice.do(automatic('region', 'eu'));
    await alice.do(replace('region: ["us", "eu"]'));
    expect(await scenarios()).toEqual(['A']);
    await alice.do(replace('region: ["us"]'));
    expect(await scenarios()).toEqual([]);
  });
});
