import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, OwnerKind } from '#shared/core/actor.ts';
import { concurrentUpdate, notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import { deleteLabel, setLabel } from '#shared/labelling/change-label.ts';
import { aFormation, anApplication, aRuntime } from '#test/support/registry-builders.ts';
import { registryInMemory } from '#test/support/registry-in-memory.ts';

const tenant = tenantId('acme');
const now = new Date('2030-01-01T00:00:00.000Z');
const alice: Actor = { kind: 'user', id: 'alice', tenant, scopes: new Set() };
const system = (kind: OwnerKind, scopes: string[] = [], id = 'o-1'): Actor => ({
  kind,
  id,
  tenant,
  authId: 'auth-1',
  scopes: new Set(scopes),
});
const kinds = ['application', 'runtime'] as const;

let registry: ReturnType<typeof registryInMemory>;
let schemas: { key: string; schema: string }[];
beforeEach(() => {
  registry = registryInMemory(tenant);
  schemas = [];
});

const deps = () => ({
  ...registry,
  labelDefinitions: { list: async () => schemas.map((one) => ({ ...one, tenant, version: 1, changedBy: 'user/alice' })) },
  clock: () => now,
});
const objects = (kind: OwnerKind) => (kind === 'application' ? registry.stored.applications : registry.stored.runtimes);
const there = (kind: OwnerKind, labels: Record<string, JsonValue> = {}, formations: Record<string, string> = {}) => {
  const given = { tenant, id: 'o-1', labels, formations };
  if (kind === 'application') registry.stored.applications.set('o-1', anApplication(given));
  else registry.stored.runtimes.set('o-1', aRuntime(given));
};
const object = (kind: OwnerKind) => objects(kind).get('o-1');
const set = (kind: OwnerKind, key: string, value: JsonValue, actor: Actor = alice) =>
  setLabel({ kind, id: 'o-1' }, key, value, actor, deps());
const remove = (kind: OwnerKind, key: string, actor: Actor = alice) => deleteLabel({ kind, id: 'o-1' }, key, actor, deps());

describe.each(kinds)('a label of an %s', (kind) => {
  it('is set, replaced and deleted, and each answers what it was', async () => {
    there(kind, { other: 1 });
    expect(await set(kind, 'region', 'eu')).toEqual({ key: 'region', value: 'eu' });
    expect(object(kind)).toMatchObject({
      labels: { other: 1, region: 'eu' },
      version: 2,
      changedBy: 'user/alice',
      updatedAt: now.toISOString(),
    });
    await set(kind, 'region', ['us']);
    expect(await remove(kind, 'region')).toEqual({ key: 'region', value: ['us'] });
    expect(object(kind)?.labels).toEqual({ other: 1 });
  });

  it('is found nowhere when it is not there, or its owner is not, or has another kind', async () => {
    there(kind);
    await expect(remove(kind, 'region')).rejects.toEqual(notFound('label', 'region'));
    await expect(remove(kind, 'toString')).rejects.toEqual(notFound('label', 'toString'));
    const other = kind === 'application' ? 'runtime' : 'application';
    for (const change of [set(other, 'region', 'eu'), remove(other, 'region'), set(other, 'scenarios', [])])
      await expect(change).rejects.toMatchObject({ code: 'NotFound', details: { object: other, ID: 'o-1' } });
  });

  it('is for the owner itself, and for no other system', async () => {
    there(kind);
    await set(kind, 'region', 'eu', system(kind));
    for (const actor of [system(kind, [], 'o-2'), system(kind === 'application' ? 'runtime' : 'application')]) {
      const hidden = { code: 'NotFound', details: { object: kind, ID: 'o-1' } };
      await expect(set(kind, 'region', 'us', actor)).rejects.toMatchObject(hidden);
      await expect(remove(kind, 'region', actor)).rejects.toMatchObject(hidden);
    }
    expect(object(kind)).toMatchObject({ labels: { region: 'eu' }, version: 2 });
    await remove(kind, 'region', system(kind));
    expect(object(kind)?.labels).toEqual({});
  });

  it('has a key and a value that can be stored', async () => {
    there(kind);
    await expect(set(kind, 'a b', 'eu')).rejects.toMatchObject({ code: 'InvalidData' });
    await expect(set(kind, 'region', null)).rejects.toMatchObject({ code: 'InvalidData' });
    const parsed = Object.assign(Object.create(null), { a: Object.assign(Object.create(null), { b: 1 }) }) as JsonValue;
    await set(kind, 'parsed', parsed);
    expect(object(kind)?.labels.parsed).toStrictEqual({ a: { b: 1 } });
    expect(object(kind)?.version).toBe(2);
  });

  it('has a value that its definition allows, and no definition speaks for scenarios', async () => {
    there(kind);
    schemas = [
      { key: 'region', schema: '{"enum":["eu"]}' },
      { key: 'scenarios', schema: '{"enum":["none"]}' },
    ];
    await expect(set(kind, 'region', 'us')).rejects.toMatchObject({ code: 'InvalidData' });
    expect(object(kind)?.version).toBe(1);
    await set(kind, 'region', 'eu');
    await set(kind, 'scenarios', ['a']);
  });

  it('that is fixed is set once and stays', async () => {
    there(kind);
    await set(kind, 'x_defaultEventing', 'true');
    for (const change of [set(kind, 'x_defaultEventing', 'false'), remove(kind, 'x_defaultEventing')])
      await expect(change).rejects.toMatchObject({ code: 'InvalidOperation' });
    expect(object(kind)?.labels).toEqual({ x_defaultEventing: 'true' });
  });

  it('that decides about its owner is not for the owner, unless it is that already', async () => {
    const key = kind === 'application' ? 'applicationType' : 'global_subaccount_id';
    there(kind);
    const itself = system(kind);
    await expect(set(kind, key, 'x', itself)).rejects.toMatchObject({ code: 'InsufficientScopes' });
    await set(kind, key, 'x');
    await set(kind, key, 'x', itself);
    await expect(set(kind, key, 'y', itself)).rejects.toMatchObject({ code: 'InsufficientScopes' });
    await expect(remove(kind, key, itself)).rejects.toMatchObject({ code: 'InsufficientScopes' });
    expect(object(kind)?.labels).toEqual({ [key]: 'x' });
    await remove(kind, key);
    expect(object(kind)?.labels).toEqual({});
  });

  it('is set again when its owner was changed at the same moment, with what was changed', async () => {
    there(kind);
    const { replace } = registry[kind === 'application' ? 'applications' : 'runtimes'];
    let conflicts = 1;
    const racing = async (...[next, current]: [never, never]) => {
      if (conflicts-- > 0) {
        there(kind, { meanwhile: 1 });
        throw concurrentUpdate();
      }
      await replace(next, current);
    };
    Object.assign(registry[kind === 'application' ? 'applications' : 'runtimes'], { replace: racing });
    await set(kind, 'region', 'eu');
    expect(object(kind)?.labels).toEqual({ meanwhile: 1, region: 'eu' });
  });
});

describe.each(kinds)('the scenarios of an %s', (kind) => {
  const [a, b] = [aFormation({ tenant, id: 'a', name: 'A' }), aFormation({ tenant, id: 'b', name: 'B' })];
  beforeEach(() => {
    for (const one of [a, b]) registry.stored.formations.set(one.id, one);
  });

  it('are its formations: setting the label moves it, deleting the label takes it out of all', async () => {
    there(kind, { region: 'eu' }, { a: 'A' });
    expect(await set(kind, 'scenarios', ['B'])).toEqual({ key: 'scenarios', value: ['B'] });
    expect(object(kind)).toMatchObject({ labels: { region: 'eu' }, formations: { b: 'B' } });
    expect(await remove(kind, 'scenarios')).toEqual({ key: 'scenarios', value: ['B'] });
    expect(object(kind)?.formations).toEqual({});
    await expect(remove(kind, 'scenarios')).rejects.toEqual(notFound('label', 'scenarios'));
  });

  it('are a list of names', async () => {
    there(kind);
    for (const value of ['A', [1], ['A', 'A']]) await expect(set(kind, 'scenarios', value)).rejects.toMatchObject({ code: 'InvalidData' });
    const many = Array.from({ length: maxFormations + 1 }, (_, n) => `f${n}`);
    await expect(set(kind, 'scenarios', many)).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  it('are not for the system itself without the scope for formations', async () => {
    there(kind, {}, { a: 'A' });
    const missing = { code: 'InsufficientScopes', message: expect.stringContaining('formation:write') };
    await expect(set(kind, 'scenarios', ['B'], system(kind))).rejects.toMatchObject(missing);
    await expect(remove(kind, 'scenarios', system(kind))).rejects.toMatchObject(missing);
    expect(object(kind)?.formations).toEqual({ a: 'A' });
    await set(kind, 'scenarios', ['B'], system(kind, ['formation:write']));
    expect(object(kind)?.formations).toEqual({ b: 'B' });
  });

  it('are those that take its type', async () => {
    there(kind);
    registry.stored.templates.set('a', { applicationTypes: ['shop'], runtimeTypes: ['kyma'] } as unknown as FormationTemplate);
    await expect(set(kind, 'scenarios', ['A'])).rejects.toMatchObject({
      code: 'InvalidOperation',
      message: expect.stringContaining(kind === 'application' ? 'takes the types shop' : 'takes the types kyma'),
    });
  });
});

describe('a label that selects', () => {
  beforeEach(() => {
    registry.stored.formations.set('a', aFormation({ tenant, id: 'a', name: 'A' }));
    const selector = { key: 'region', value: 'eu' };
    registry.stored.automatic.set('a', { tenant, formationId: 'a', formationName: 'A', selector, version: 1, changedBy: 'user/alice' });
  });

  it('moves a Runtime, and no Application', async () => {
    for (const kind of kinds) {
      there(kind);
      await set(kind, 'region', 'eu');
      expect(object(kind)?.formations).toEqual(kind === 'runtime' ? { a: 'A' } : {});
      await remove(kind, 'region');
      expect(object(kind)?.formations).toEqual({});
    }
  });

  it('is not for the Runtime itself', async () => {
    there('runtime');
    await expect(set('runtime', 'region', 'eu', system('runtime'))).rejects.toMatchObject({ code: 'InsufficientScopes' });
  });
});
