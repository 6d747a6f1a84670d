import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { type AutomaticAssignment, selects } from '#shared/formations/automatic-assignment.ts';
import { formationsAfter, movesOf, noMoves, requireNoEntry, requirePossible, type Selectable } from '#shared/formations/follow-labels.ts';
import type { Formation } from '#shared/formations/formation.ts';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import type { Labels } from '#shared/labels/label.ts';
import { aFormation } from '#test/support/registry-builders.ts';

const tenant = tenantId('acme');
const by = (value: string, id = `f-${value}`, state?: AutomaticAssignment['state']): AutomaticAssignment => ({
  tenant,
  formationId: id,
  formationName: `name of ${id}`,
  selector: { key: 'region', value },
  version: 1,
  changedBy: 'user/alice',
  ...(state && { state }),
});
const [eu, us] = [by('eu'), by('us')];
const runtime = (labels: Labels, memberships: Record<string, string> = {}, ownLabels?: string[]) => ({
  labels,
  formations: memberships,
  ...(ownLabels && { ownLabels }),
});

describe('a selector', () => {
  it.each<[Labels, boolean]>([
    [{ region: 'eu' }, true],
    [{ region: ['us', 'eu'] }, true],
    [{ region: ['us'] }, false],
    [{ region: 'us' }, false],
    [{ region: 'eu-1' }, false],
    [{ region: { eu: 'eu' } }, false],
    [{ zone: 'eu' }, false],
    [{}, false],
  ])('selects by its value, alone or in a list: %j %s', (labels, expected) => {
    expect(selects(eu.selector, labels)).toBe(expected);
  });

  it('does not select by what every object inherits', () => {
    expect(selects({ key: 'constructor', value: 'eu' }, {})).toBe(false);
  });
});

describe('a Runtime whose labels change', () => {
  const moves = (current: Selectable, next: Selectable, automatic = [eu, us]) => movesOf(current, next, automatic);

  it('enters the formations that select it then, and leaves those that no longer do', () => {
    expect(moves(runtime({ region: 'eu' }, { 'f-eu': 'x' }), runtime({ region: 'us' }))).toEqual({ enters: [us], leaves: [eu] });
    expect(moves(runtime({}), runtime({ region: ['eu', 'us'] }))).toEqual({ enters: [eu, us], leaves: [] });
    expect(moves(runtime({ region: 'eu' }, { 'f-eu': 'x' }), runtime({}))).toEqual({ enters: [], leaves: [eu] });
  });

  it('does not move while the same select it, wherever it is', () => {
    for (const memberships of [{}, { 'f-eu': 'x' }] as Record<string, string>[])
      expect(moves(runtime({ region: 'eu' }, memberships), runtime({ region: ['eu'], zone: 'a' }))).toEqual(noMoves);
    expect(moves(runtime({}, { 'f-eu': 'x' }), runtime({ zone: 'a' }))).toEqual(noMoves);
  });

  it('neither enters what it is in nor leaves what it is not in', () => {
    expect(moves(runtime({}, { 'f-us': 'x' }), runtime({ region: 'us' }))).toEqual(noMoves);
    expect(moves(runtime({ region: 'us' }), runtime({}))).toEqual(noMoves);
  });

  it('leaves, but does not enter, a formation whose assignment is being ended, and enters one that is being begun', () => {
    const ending = by('us', 'f-us', 'ending');
    expect(moves(runtime({}), runtime({ region: 'us' }), [ending])).toEqual(noMoves);
    expect(moves(runtime({ region: 'us' }, { 'f-us': 'x' }), runtime({}), [ending])).toEqual({ enters: [], leaves: [ending] });
    const starting = by('us', 'f-us', 'starting');
    expect(moves(runtime({}), runtime({ region: 'us' }), [starting])).toEqual({ enters: [starting], leaves: [] });
  });

  it('does not move by labels that it set itself', () => {
    expect(moves(runtime({}), runtime({ region: 'eu' }, {}, ['region']))).toEqual(noMoves);
    expect(moves(runtime({ region: 'eu' }, { 'f-eu': 'x' }, ['region']), runtime({}, {}, ['region']))).toEqual(noMoves);
    expect(moves(runtime({ region: 'eu' }, {}, ['region']), runtime({ region: 'eu' }))).toEqual({ enters: [eu], leaves: [] });
  });

  it('is afterwards in those that it did not leave and in those that it entered', () => {
    const current = { 'f-eu': 'name of f-eu', other: 'other' };
    expect(formationsAfter(current, { enters: [us], leaves: [eu] })).toEqual({ other: 'other', 'f-us': 'name of f-us' });
    expect(formationsAfter(current, noMoves)).toEqual(current);
  });
});

describe('a move', () => {
  const asked: unknown[] = [];
  const formations = (runtimeTypes: string[]) => ({
    findMany: async (...given: [string, readonly string[]]): Promise<Formation[]> => {
      asked.push(given);
      return given[1].map((id) => aFormation({ tenant, id, name: id }));
    },
    templateOf: async () => ({ applicationTypes: [], runtimeTypes }) as Partial<FormationTemplate> as FormationTemplate,
  });
  const possible = (enters: AutomaticAssignment[], current: Record<string, string>, next = runtime({}), types: string[] = []) =>
    requirePossible({ enters, leaves: [] }, current, next, { formations: formations(types) });

  it('leads into formations that take the type which its tenant gave the Runtime', async () => {
    const refused = expect.objectContaining({ code: 'InvalidOperation', message: expect.stringContaining('takes the types kyma') });
    await expect(possible([eu, us], {}, runtime({}), ['kyma'])).rejects.toEqual(refused);
    await expect(possible([eu], {}, runtime({ runtimeType: 'kyma' }, {}, ['runtimeType']), ['kyma'])).rejects.toEqual(refused);
    asked.length = 0;
    await possible([eu, us], {}, runtime({ runtimeType: 'kyma' }), ['kyma']);
    expect(asked).toEqual([[tenant, ['f-eu', 'f-us']]]);
  });

  it('leads into no more formations than an object can be in', async () => {
    const full = Object.fromEntries(Array.from({ length: maxFormations }, (_, n) => [`g-${n}`, 'g']));
    await expect(possible([eu], full)).rejects.toMatchObject({ code: 'InvalidOperation' });
    const { 'g-0': _, ...room } = full;
    await possible([eu], room);
  });

  it('that only leads out is always possible, and reads nothing', async () => {
    asked.length = 0;
    const full = Object.fromEntries(Array.from({ length: maxFormations + 2 }, (_, n) => [`g-${n}`, 'g']));
    await requirePossible({ enters: [], leaves: [eu] }, full, runtime({}), { formations: formations(['kyma']) });
    expect(asked).toEqual([]);
  });
});

describe('a Runtime that sets a selector label on itself', () => {
  const scopes = new Set<string>();
  const itself: Actor = { kind: 'runtime', id: 'r-1', tenant, scopes, authId: 'auth-1' };
  const entering = (current: Selectable, next: Labels, actor: Actor = itself) =>
    expect(() => requireNoEntry(current, { labels: next }, [us, eu], actor));

  it('is refused, alone or in a list', () => {
    for (const region of ['eu', ['eu', 'x']])
      entering(runtime({}), { region }).toThrow(
        expect.objectContaining({ code: 'InsufficientScopes', message: expect.stringContaining('formation:write') }),
      );
  });

  it('is not refused what changes nothing: the label it has, the formation it is in, a label that selects nothing', () => {
    entering(runtime({ region: 'eu' }), { region: 'eu', zone: 'a' }).not.toThrow();
    entering(runtime({}, { 'f-eu': 'x' }), { region: 'eu' }).not.toThrow();
    entering(runtime({}), { region: 'asia' }).not.toThrow();
  });

  it('is allowed what its tenant, or its scope, allows', () => {
    entering(runtime({}), { region: 'eu' }, { kind: 'user', id: 'alice', tenant, scopes }).not.toThrow();
    entering(runtime({}), { region: 'eu' }, { ...itself, scopes: new Set(['formation:write']) }).not.toThrow();
  });
});
