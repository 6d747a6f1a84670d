import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { AutomaticAssignment } from '#shared/formations/automatic-assignment.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import { assignTenant, unassignTenant } from '#shared/memberships/assign-tenant.ts';
import {
  type AutomaticAssignmentDeps,
  automaticAssignmentsFor,
  createAutomaticAssignment,
  deleteAutomaticAssignment,
  deleteAutomaticAssignments,
} from '#shared/memberships/change-automatic-assignment.ts';
import { aFormation, aRuntime } from '#test/support/registry-builders.ts';
import { registryInMemory } from '#test/support/registry-in-memory.ts';

const tenant = tenantId('acme');
const alice: Actor = { kind: 'user', id: 'alice', tenant, scopes: new Set() };
const clock = () => new Date('2030-01-01T00:00:00.000Z');
const eu = { key: 'region', value: 'eu' };
const us = { key: 'region', value: 'us' };

let registry: ReturnType<typeof registryInMemory>;
/** Runs once, before the next Runtime is written. */
let meanwhile: (() => Promise<unknown>) | undefined;
/** Reads of the list of Runtimes. */
let listings: number;

beforeEach(() => {
  registry = registryInMemory(tenant);
  [meanwhile, listings] = [undefined, 0];
  for (const name of ['A', 'B']) registry.stored.formations.set(name, aFormation({ tenant, id: name, name }));
});

const deps = (): AutomaticAssignmentDeps => {
  const { runtimes, formations, automaticAssignments } = registry;
  const replace: typeof runtimes.replace = async (next, current) => {
    const interrupting = meanwhile;
    meanwhile = undefined;
    await interrupting?.();
    await runtimes.replace(next, current);
  };
  const list: typeof runtimes.list = (...given) => {
    listings += 1;
    return runtimes.list(...given);
  };
  return {
    automaticAssignments,
    formations: formations as unknown as FormationRepository,
    runtimes: { ...runtimes, replace, list },
    clock,
  };
};

const runtime = (id: string, labels: Record<string, JsonValue>, more: object = {}) => {
  registry.stored.runtimes.set(id, aRuntime({ tenant, id, labels, ...more }));
};
const inA = () => [...registry.stored.runtimes.values()].filter(({ formations }) => 'A' in formations).map(({ id }) => id);
const create = (selector = eu, scenarioName = 'A') => createAutomaticAssignment({ scenarioName, selector }, alice, deps());
const end = (scenarioName = 'A') => deleteAutomaticAssignment(scenarioName, alice, deps());
const there = (selector = eu, state?: AutomaticAssignment['state'], formationId = 'A') => {
  const assignment = {
    tenant,
    formationId,
    formationName: formationId,
    selector,
    version: 1,
    changedBy: 'user/alice',
    ...(state && { state }),
  };
  registry.stored.automatic.set(formationId, assignment);
  return assignment;
};
const assignments = () =>
  [...registry.stored.automatic.values()].map(({ formationName, selector, state }) => [formationName, selector.value, state]);

describe('an automatic assignment', () => {
  it('takes in the Runtimes that have the label of their tenant, on however many pages they are', async () => {
    for (let n = 0; n < 205; n++) runtime(`r-${n}`, { region: n % 2 ? 'eu' : 'us' });
    runtime('listed', { region: ['us', 'eu'] });
    runtime('own', { region: 'eu' }, { ownLabels: ['region'] });
    runtime('bare', {});
    expect(await create()).toMatchObject({ tenant, formationName: 'A', selector: eu, changedBy: 'user/alice' });
    expect(inA()).toEqual([...Array.from({ length: 102 }, (_, n) => `r-${2 * n + 1}`), 'listed']);
    expect(registry.stored.runtimes.get('r-1')?.formations).toEqual({ A: 'A' });
    expect(assignments()).toEqual([['A', 'eu', undefined]]);
  });

  it('needs its formation, and a label that a tenant can give', async () => {
    await expect(create(eu, 'none')).rejects.toEqual(notFound('formation', 'none'));
    await expect(create({ key: 'a b', value: 'eu' })).rejects.toMatchObject({ code: 'InvalidData' });
    for (const key of ['runtime_consoleUrl', 'isNormalized'])
      await expect(create({ key, value: 'eu' })).rejects.toMatchObject({
        code: 'InvalidData',
        message: expect.stringMatching(/LabelSelectorInput.*key=is a label that Runtimes set themselves and cannot be a selector/),
      });
    expect(assignments()).toEqual([]);
  });

  it('is not made where the formation does not take the type of a selected Runtime', async () => {
    registry.stored.templates.set('A', { applicationTypes: ['shop'], runtimeTypes: ['kyma'] } as unknown as FormationTemplate);
    runtime('other', { region: 'us' });
    runtime('fits', { region: 'eu', runtimeType: 'kyma' });
    await create();
    await end();
    runtime('planted', { region: 'eu', runtimeType: 'kyma' }, { ownLabels: ['runtimeType'] });
    await expect(create()).rejects.toMatchObject({ code: 'InvalidOperation', message: expect.stringContaining('takes the types kyma') });
    expect([inA(), assignments()]).toEqual([[], []]);
  });

  it('reads the Runtimes once where the formation takes every type', async () => {
    registry.stored.templates.set('B', { applicationTypes: ['shop'], runtimeTypes: [] as string[] } as unknown as FormationTemplate);
    registry.stored.formations.set('C', aFormation({ tenant, id: 'C', name: 'C' }));
    registry.stored.templates.set('C', { applicationTypes: ['shop'] } as unknown as FormationTemplate);
    for (const formation of ['A', 'B', 'C']) {
      listings = 0;
      await create(eu, formation);
      expect(listings).toBe(1);
    }
  });

  it('is one of its formation, and goes on where one by the same label was left unfinished', async () => {
    runtime('r', { region: 'eu' });
    there(us, undefined, 'B');
    there(eu, 'starting');
    for (const other of [us, { key: 'zone', value: 'eu' }]) await expect(create(other)).rejects.toMatchObject({ code: 'NotUnique' });
    await create();
    expect([inA(), assignments()]).toEqual([
      ['r'],
      [
        ['B', 'us', undefined],
        ['A', 'eu', undefined],
      ],
    ]);
    await expect(create()).rejects.toMatchObject({ code: 'NotUnique' });
    there(eu, 'ending');
    await expect(create()).rejects.toMatchObject({ code: 'NotUnique' });
  });

  it('that is ended while it is made leaves no Runtime in', async () => {
    for (const id of ['r-1', 'r-2']) runtime(id, { region: 'eu' });
    meanwhile = () => end();
    await create();
    expect([inA(), assignments()]).toEqual([[], []]);
  });

  it('that another one replaced while it was made leaves those in which that one selects', async () => {
    runtime('one', { region: 'eu' });
    runtime('both', { region: ['eu', 'us'] });
    there({ key: 'zone', value: 'z' }, undefined, 'B');
    meanwhile = async () => {
      await end();
      await create(us);
    };
    await create();
    expect([inA(), assignments()]).toEqual([
      ['both'],
      [
        ['B', 'z', undefined],
        ['A', 'us', undefined],
      ],
    ]);
  });

  it('that another one replaced, which is being ended itself, leaves no Runtime in', async () => {
    runtime('both', { region: ['eu', 'us'] });
    meanwhile = async () => {
      await end();
      there(us, 'ending');
    };
    await create();
    expect(inA()).toEqual([]);
  });
});

describe('the end of an automatic assignment', () => {
  it('takes out the Runtimes that it selects, on however many pages they are, and no others', async () => {
    for (let n = 0; n < 105; n++) runtime(`r-${n}`, { region: 'eu' });
    await create();
    runtime('by-hand', { region: 'us' }, { formations: { A: 'A' } });
    const ended = await end();
    expect(ended).toMatchObject({ formationName: 'A', selector: eu });
    expect([inA(), assignments()]).toEqual([['by-hand'], []]);
  });

  it('needs one, of this formation', async () => {
    there(eu, undefined, 'B');
    await expect(end()).rejects.toEqual(notFound('automaticScenarioAssignment', 'A'));
  });

  it('goes on where it was broken off', async () => {
    for (const id of ['r-1', 'r-2']) runtime(id, { region: 'eu' });
    await create();
    meanwhile = () => Promise.reject(new Error('broken off'));
    await expect(end()).rejects.toThrow('broken off');
    expect(assignments()).toEqual([['A', 'eu', 'ending']]);
    await end();
    expect([inA(), assignments()]).toEqual([[], []]);
  });

  it('changes nothing where the formation has one by another label by now', async () => {
    runtime('r', { region: 'us' });
    const old = there(eu);
    registry.stored.runtimes.set('r', aRuntime({ tenant, id: 'r', labels: { region: ['eu', 'us'] }, formations: { A: 'A' } }));
    const list = async () => [old];
    there(us);
    const { automaticAssignments } = registry;
    await deleteAutomaticAssignment('A', alice, { ...deps(), automaticAssignments: { ...automaticAssignments, list } });
    expect([inA(), assignments()]).toEqual([['r'], [['A', 'us', undefined]]]);
  });

  it('by a selector is that of every formation with it, and of none is nothing', async () => {
    there(eu);
    there(eu, undefined, 'B');
    const other = { key: 'zone', value: 'eu' };
    expect(await deleteAutomaticAssignments(us, alice, deps())).toEqual([]);
    expect(await automaticAssignmentsFor(other, alice, deps())).toEqual([]);
    expect((await automaticAssignmentsFor(eu, alice, deps())).map(({ formationName }) => formationName)).toEqual(['A', 'B']);
    expect((await deleteAutomaticAssignments(eu, alice, deps())).map(({ formationName }) => formationName)).toEqual(['A', 'B']);
    expect(assignments()).toEqual([]);
  });
});

describe('a tenant that is assigned', () => {
  const assign = (subaccount = 's', name = 'A') => assignTenant(subaccount, name, alice, deps());
  const unassign = (subaccount = 's', name = 'A') => unassignTenant(subaccount, name, alice, deps());

  it('brings the Runtimes of its subaccount in and takes them out, however often it is asked', async () => {
    runtime('mine', { global_subaccount_id: 's' });
    runtime('other', { global_subaccount_id: 't' });
    for (let time = 0; time < 2; time++) expect(await assign()).toMatchObject({ name: 'A' });
    expect([inA(), registry.stored.automatic.get('A')?.selector]).toEqual([['mine'], { key: 'global_subaccount_id', value: 's' }]);
    expect(await unassign('t')).toMatchObject({ name: 'A' });
    expect(await unassign('s', 'B')).toMatchObject({ name: 'B' });
    expect(inA()).toEqual(['mine']);
    for (let time = 0; time < 2; time++) expect(await unassign()).toMatchObject({ name: 'A' });
    expect([inA(), assignments()]).toEqual([[], []]);
  });

  it('may be assigned to several formations', async () => {
    await assign();
    await assign('s', 'B');
    expect(assignments()).toEqual([
      ['A', 's', undefined],
      ['B', 's', undefined],
    ]);
  });

  it('goes on where it was left unfinished', async () => {
    runtime('mine', { global_subaccount_id: 's' });
    there({ key: 'global_subaccount_id', value: 's' }, 'starting');
    await assign();
    expect([inA(), assignments()]).toEqual([['mine'], [['A', 's', undefined]]]);
  });

  it('needs the formation, and one without another assignment', async () => {
    for (const change of [assign, unassign]) await expect(change('s', 'none')).rejects.toEqual(notFound('formation', 'none'));
    there(eu);
    await expect(assign()).rejects.toMatchObject({ code: 'NotUnique' });
    expect(await unassign()).toMatchObject({ name: 'A' });
    expect(assignments()).toEqual([['A', 'eu', undefined]]);
  });
});
