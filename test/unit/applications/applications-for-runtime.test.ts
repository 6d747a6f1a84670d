import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationsForRuntime, countApplicationsForRuntime } from '#shared/applications/applications-for-runtime.ts';
import type { PageRequest } from '#shared/core/page.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';

const tenant = tenantId('t');

/** Formations by id, with the ids of their Applications in order; counts how often it was asked. */
function formationsOf(memberIds: Record<string, string[]>, gone: ReadonlySet<string> = new Set()) {
  let asked = 0;
  return {
    asked: () => asked,
    runtime: { tenant, formations: Object.fromEntries(Object.keys(memberIds).map((id) => [id, id])) } as unknown as Runtime,
    formations: {
      listMembers: async (_: unknown, formationId: string, __: unknown, { first, after = '' }: PageRequest) => {
        asked += 1;
        const rest = (memberIds[formationId] ?? []).filter((id) => id > after);
        const data = rest.slice(0, first).map((objectId) => ({ objectId })) as never[];
        return rest.length > first ? { data, next: rest[first - 1] } : { data };
      },
      findMany: async (_: unknown, ids: readonly string[]) =>
        ids.map((id) => ({ id, applicationCount: memberIds[id]?.length }) as unknown as Formation),
    },
    read: async (ids: readonly string[]) => ids.filter((id) => !gone.has(id)).map((id) => ({ application: { id } })),
  };
}

async function everyPage(world: ReturnType<typeof formationsOf>, first: number): Promise<{ ids: string[]; sizes: number[] }> {
  const ids: string[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const page = await applicationsForRuntime(world.runtime, { first, after }, world);
    ids.push(...page.data.map(({ application }) => application.id));
    sizes.push(page.data.length);
    after = page.next;
  } while (after !== undefined);
  return { ids, sizes };
}

const id = fc.integer({ min: 0, max: 40 }).map((number) => `app-${String(number).padStart(2, '0')}`);
const overlapping = fc.dictionary(
  fc.constantFrom('f1', 'f2', 'f3', 'f4'),
  fc.uniqueArray(id, { maxLength: 25 }).map((ids) => ids.sort()),
);

describe('the Applications of a Runtime', () => {
  it('come page by page, each once and in the order of their ids, however its formations overlap', () =>
    fc.assert(
      fc.asyncProperty(overlapping, fc.integer({ min: 1, max: 12 }), async (members, first) => {
        const { ids, sizes } = await everyPage(formationsOf(members), first);
        expect(ids).toEqual([...new Set(Object.values(members).flat())].sort());
        expect(sizes.slice(0, -1).every((size) => size > 0)).toBe(true);
        if (ids.length > 0) expect(sizes.at(-1)).toBeGreaterThan(0);
      }),
    ));

  it('are counted each once', () =>
    fc.assert(
      fc.asyncProperty(overlapping, async (members) => {
        const world = formationsOf(members);
        expect(await countApplicationsForRuntime(world.runtime, world)).toBe(new Set(Object.values(members).flat()).size);
      }),
    ));

  it('cost one question per formation and page', async () => {
    const world = formationsOf({ f1: ['a', 'b', 'c'], f2: ['b', 'd'] });
    await applicationsForRuntime(world.runtime, { first: 2 }, world);
    expect(world.asked()).toBe(2);
  });

  it('do not include one that was deleted a moment ago, and page on behind it', async () => {
    const world = formationsOf({ f1: ['a', 'b', 'c'] }, new Set(['a', 'b']));
    expect((await everyPage(world, 1)).ids).toEqual(['c']);
  });

  it('are none without a formation', async () => {
    const world = formationsOf({});
    expect(await applicationsForRuntime(world.runtime, { first: 10 }, world)).toEqual({ data: [] });
  });
});
