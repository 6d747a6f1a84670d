import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { AppError, notFound } from '#shared/core/errors.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { assignFormation, unassignFormation } from '#shared/formations/assign-formation.ts';
import { requireFittingType } from '#shared/formations/fitting-type.ts';
import type { Formation, FormationMember } from '#shared/formations/formation.ts';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import { formationNamed, initialAssignments, retryOnFormationRace } from '#shared/formations/initial-assignments.ts';
import { membershipsOf, shareFormation } from '#shared/formations/membership.ts';
import { setScenarios } from '#shared/formations/set-scenarios.ts';
import { formationsForObject } from '#shared/memberships/formations-for-object.ts';
import { aFormation, anApplication, aRuntime } from '#test/support/registry-builders.ts';

const tenant = tenantId('acme');
const alice: Actor = { kind: 'user', id: 'alice', tenant, scopes: new Set() };
const now = new Date('2030-01-01T00:00:00.000Z');
const clock = () => now;

/** The formations by name, the templates by the id of the formation, and every write in order. */
let there: Map<string, Formation>;
let templates: Map<string, Partial<FormationTemplate>>;
let written: unknown[];
beforeEach(() => {
  [there, templates, written] = [new Map(), new Map(), []];
});

const formation = (name: string, types?: Partial<FormationTemplate>): Formation => {
  const made = aFormation({ tenant, id: `id-of-${name}`, name });
  there.set(name, made);
  if (types) templates.set(made.id, types);
  return made;
};
const formations = {
  findByName: async (of: string, name: string) => (of === tenant ? there.get(name) : undefined),
  templateOf: async ({ id }: Formation) => templates.get(id) as FormationTemplate | undefined,
  insert: async (made: Formation) => {
    written.push(['insert', made.name, made.changedBy]);
    there.set(made.name, made);
  },
  assign: async (member: FormationMember, at: Date) => void written.push(['assign', member, at]),
  unassign: async (member: FormationMember, at: Date) => void written.push(['unassign', member, at]),
};
const memberOf = (name: string, objectType: FormationMember['objectType'], objectId = 'o-1') => ({
  tenant,
  formationId: there.get(name)?.id,
  formationName: name,
  objectType,
  objectId,
  version: 1,
  changedBy: 'user/alice',
});
const invalid = (message: string) => expect.objectContaining({ code: 'InvalidOperation', message: expect.stringContaining(message) });
const full = Object.fromEntries(Array.from({ length: maxFormations }, (_, n) => [`other-${n}`, `other-${n}`]));

describe('the type of an object', () => {
  const fits = (types: Partial<FormationTemplate> | undefined, objectType: 'APPLICATION' | 'RUNTIME', labels = {}) =>
    requireFittingType(formation('f', types), { objectType, labels }, { formations });

  it.each<[Partial<FormationTemplate> | undefined, 'APPLICATION' | 'RUNTIME', object]>([
    [undefined, 'RUNTIME', {}],
    [{ applicationTypes: [] }, 'APPLICATION', {}],
    [{ applicationTypes: ['shop'] }, 'RUNTIME', {}],
    [{ applicationTypes: [], runtimeTypes: ['kyma'] }, 'APPLICATION', {}],
    [{ applicationTypes: ['crm', 'shop'] }, 'APPLICATION', { applicationType: 'shop' }],
    [{ applicationTypes: [], runtimeTypes: ['kyma', 'other'] }, 'RUNTIME', { runtimeType: 'kyma' }],
  ])('fits where the template lists it, or lists none of its kind: %j %s %j', async (types, objectType, labels) => {
    await expect(fits(types, objectType, labels)).resolves.toBeUndefined();
  });

  it.each<[Partial<FormationTemplate>, 'APPLICATION' | 'RUNTIME', object, string]>([
    [
      { applicationTypes: ['shop', 'crm'] },
      'APPLICATION',
      {},
      'takes the types shop, crm, and the application has no label applicationType',
    ],
    [{ applicationTypes: ['shop'] }, 'APPLICATION', { runtimeType: 'shop' }, 'has no label applicationType'],
    [{ applicationTypes: ['shop'] }, 'APPLICATION', { applicationType: 'crm' }, 'has the label applicationType "crm"'],
    [{ applicationTypes: ['shop'] }, 'APPLICATION', { applicationType: ['shop'] }, 'has the label applicationType ["shop"]'],
    [{ runtimeTypes: ['kyma'] }, 'RUNTIME', { applicationType: 'kyma' }, 'and the runtime has no label runtimeType'],
  ])('does not fit otherwise, and the error says what does: %j %s %j', async (types, objectType, labels, message) => {
    await expect(fits(types, objectType, labels)).rejects.toEqual(invalid(message));
  });
});

describe('an assignment by hand', () => {
  const assigning = async (
    change: typeof assignFormation,
    type: 'APPLICATION' | 'RUNTIME',
    memberships: Record<string, string>,
    labels = {},
  ) => {
    const findMemberships = async (of: string, id: string) =>
      of === type && id === 'o-1' ? { labels, formations: memberships } : undefined;
    return change({ formation: 'f', objectType: type, objectId: 'o-1' }, alice, { formations, findMemberships, clock });
  };

  it.each(['APPLICATION', 'RUNTIME'] as const)('puts the %s in once, and takes it out once', async (type) => {
    const made = formation('f');
    expect(await assigning(assignFormation, type, {})).toBe(made);
    expect(await assigning(assignFormation, type, { [made.id]: 'f' })).toBe(made);
    expect(written.splice(0)).toEqual([['assign', memberOf('f', type), now]]);
    expect(await assigning(unassignFormation, type, { [made.id]: 'f' })).toBe(made);
    expect(await assigning(unassignFormation, type, {})).toBe(made);
    expect(written).toEqual([['unassign', memberOf('f', type), now]]);
  });

  it('is refused to a type that does not fit, but not undone by it', async () => {
    const made = formation('f', { runtimeTypes: ['kyma'] });
    await expect(assigning(assignFormation, 'RUNTIME', {})).rejects.toEqual(invalid('takes the types kyma'));
    await assigning(assignFormation, 'RUNTIME', { [made.id]: 'f' });
    expect(written).toEqual([]);
    await assigning(assignFormation, 'RUNTIME', {}, { runtimeType: 'kyma' });
    expect(written).toHaveLength(1);
  });

  it('is refused beyond the most formations that an object can be in, and ended there', async () => {
    const { id } = formation('f');
    await expect(assigning(assignFormation, 'RUNTIME', full)).rejects.toEqual(invalid(`${maxFormations} formations at most`));
    const { 'other-0': _, ...room } = full;
    await assigning(assignFormation, 'RUNTIME', room);
    await assigning(unassignFormation, 'RUNTIME', { ...full, [id]: 'f' });
    expect(written).toHaveLength(2);
  });

  it('needs the formation and the object', async () => {
    await expect(assigning(assignFormation, 'RUNTIME', {})).rejects.toEqual(notFound('formation', 'f'));
    formation('f');
    const nothing = async () => undefined;
    for (const [objectType, object] of [
      ['RUNTIME', 'runtime'],
      ['APPLICATION', 'application'],
    ] as const) {
      const missing = assignFormation({ formation: 'f', objectType, objectId: 'o-1' }, alice, {
        formations,
        findMemberships: nothing,
        clock,
      });
      await expect(missing).rejects.toEqual(notFound(object, 'o-1'));
    }
  });

  it('is tried again when the object was changed at the same moment', async () => {
    formation('f');
    let tries = 0;
    const assign = async () => {
      tries += 1;
      if (tries === 1) throw new AppError('ConcurrentUpdate', 'changed');
    };
    const findMemberships = async () => ({ labels: {}, formations: {} });
    const deps = { formations: { ...formations, assign }, findMemberships, clock };
    await assignFormation({ formation: 'f', objectType: 'RUNTIME', objectId: 'o-1' }, alice, deps);
    expect(tries).toBe(2);
  });
});

describe('the scenarios of an object that is registered', () => {
  const object = { tenant, objectType: 'RUNTIME', objectId: 'o-1', changedBy: 'user/alice', labels: {} } as const;

  it('are the formations of these names, and those to be created with it', async () => {
    const { id } = formation('a');
    const { assignments, formations: names } = await initialAssignments(['a', 'b'], object, { formations });
    const [first, second] = assignments;
    expect(first).toEqual({ member: memberOf('a', 'RUNTIME') });
    expect(second?.created).toMatchObject({ name: 'b', tenant, changedBy: 'user/alice' });
    expect(second?.member).toEqual({ ...memberOf('b', 'RUNTIME'), formationId: second?.created?.id });
    expect(names).toEqual({ [id]: 'a', [second?.created?.id ?? '']: 'b' });
  });

  it('are refused where one does not take objects of this type', async () => {
    formation('a', { runtimeTypes: ['kyma'] });
    await expect(initialAssignments(['a'], object, { formations })).rejects.toEqual(invalid('takes the types kyma'));
    await initialAssignments(['a'], { ...object, labels: { runtimeType: 'kyma' } }, { formations });
    await initialAssignments(['a'], { ...object, objectType: 'APPLICATION' }, { formations });
  });

  it('are as many as an object can be in', async () => {
    const names = Object.keys(full);
    expect((await initialAssignments(names, object, { formations })).assignments).toHaveLength(maxFormations);
    await expect(initialAssignments([...names, 'one-more'], object, { formations })).rejects.toEqual(invalid('formations at most'));
  });
});

describe('a formation that several callers create at once', () => {
  const taken = new AppError('NotUniqueName', 'taken', { details: { object: 'formation' } });

  it('is found by those that come late', async () => {
    const insert = async () => {
      formation('f');
      throw taken;
    };
    expect(await formationNamed(tenant, 'f', 'user/alice', { formations: { ...formations, insert } })).toMatchObject({ id: 'id-of-f' });
  });

  it('is the one that is there, or a new one', async () => {
    const made = await formationNamed(tenant, 'f', 'user/alice', { formations });
    expect(await formationNamed(tenant, 'f', 'user/bob', { formations })).toBe(made);
    expect(written).toEqual([['insert', 'f', 'user/alice']]);
  });

  it.each([
    ['another name that is taken', new AppError('NotUniqueName', 'taken', { details: { object: 'runtime' } }), 1],
    ['another error about a formation', new AppError('NotFound', 'gone', { details: { object: 'formation' } }), 1],
    ['an error of the table', Object.assign(new Error('taken'), { code: 'NotUniqueName', details: { object: 'formation' } }), 1],
    ['the same error again and again', taken, 4],
  ])('has its registration repeated, and not for ever: %s', async (_, error, times) => {
    let tries = 0;
    const register = () => {
      tries += 1;
      return Promise.reject(error);
    };
    await expect(retryOnFormationRace(register)).rejects.toBe(error);
    expect(tries).toBe(times);
  });
});

describe('the scenarios label', () => {
  const setting = (names: string[], memberships: Record<string, string>, type: 'APPLICATION' | 'RUNTIME' = 'RUNTIME', labels = {}) =>
    setScenarios({ id: 'o-1', labels, formations: memberships }, type, names, alice, { formations, clock });

  it('puts an object into the formations that it names, and takes it out of the others', async () => {
    const [kept, left, entered] = [formation('kept'), formation('left'), formation('entered')];
    await setting(['kept', 'entered', 'missing'], { [kept.id]: 'kept', [left.id]: 'left' }, 'APPLICATION');
    expect(written).toEqual([
      ['assign', memberOf(entered.name, 'APPLICATION'), now],
      ['insert', 'missing', 'user/alice'],
      ['assign', memberOf('missing', 'APPLICATION'), now],
      ['unassign', memberOf('left', 'APPLICATION'), now],
    ]);
  });

  it('asks for the type of what it enters', async () => {
    const f = formation('f', { runtimeTypes: ['kyma'] });
    await expect(setting(['f'], {})).rejects.toEqual(invalid('takes the types kyma'));
    await setting(['f'], { [f.id]: 'f' });
    expect(written).toEqual([]);
    await setting(['f'], {}, 'RUNTIME', { runtimeType: 'kyma' });
    expect(written).toHaveLength(1);
  });

  it('names as many as an object can be in', async () => {
    await expect(setting([...Object.keys(full), 'one-more'], full)).rejects.toEqual(invalid('formations at most'));
    await setting(Object.keys(full), full);
    expect(written).toEqual([]);
  });
});

describe('the memberships of an object', () => {
  it('are seen from the formations as members', () => {
    const object = { tenant, id: 'o-1', changedBy: 'user/alice', formations: { f: 'first', g: 'second' } };
    const member = { tenant, objectType: 'APPLICATION', objectId: 'o-1', version: 1, changedBy: 'user/alice' };
    expect(membershipsOf(object, 'APPLICATION')).toEqual([
      { ...member, formationId: 'f', formationName: 'first' },
      { ...member, formationId: 'g', formationName: 'second' },
    ]);
  });

  it('are shared with another by the id of one formation at least', () => {
    expect(shareFormation({ formations: { f: 'x', g: 'y' } }, { formations: { g: 'z', h: 'x' } })).toBe(true);
    expect(shareFormation({ formations: { f: 'x' } }, { formations: { g: 'x' } })).toBe(false);
    expect(shareFormation({ formations: {} }, { formations: {} })).toBe(false);
  });

  it('are listed by name, and read only where there are any', async () => {
    const all = ['b', 'c', 'a'].map((name) => formation(name));
    const reads: unknown[] = [];
    const findMany = async (of: string, ids: readonly string[]) => {
      reads.push([of, ids]);
      return all;
    };
    const memberships = { formations: { f: 'a', g: 'b' } };
    const deps = {
      applications: { find: async (_: string, id: string) => (id === 'a-1' ? anApplication(memberships) : undefined) },
      runtimes: { find: async (_: string, id: string) => (id === 'r-1' ? aRuntime(memberships) : undefined) },
      formations: { findMany },
    };
    const listed = async (id: string) => (await formationsForObject(tenant, id, deps)).map(({ name }) => name);
    expect(await Promise.all(['a-1', 'r-1', 'gone'].map(listed))).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], []]);
    expect(reads).toEqual(Array(2).fill([tenant, ['f', 'g']]));
  });
});
