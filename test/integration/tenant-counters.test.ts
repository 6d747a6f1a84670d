import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { storeOldCounts } from '#test/support/old-counts.ts';

let dynamo: Dynamo;
let tenant: TenantId;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
});

const formations = (limit: number) =>
  counter(controlPlaneTable(dynamo.client, dynamo.tableName, { ...defaultLimits, formations: limit }), 'FORMATION');
const under = (limit: number) => {
  const counts = formations(limit);
  return {
    add: (amount = 1, id = newId()) => transact([counts.add(tenant, id, amount)]),
    remove: (amount = 1, id = newId()) => transact([counts.add(tenant, id, -amount)]),
    total: () => counts.total(tenant),
  };
};
const full = { code: 'QuotaExceeded', details: { object: 'tenant', quota: 'formations' } };
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const fulfilled = (results: readonly PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === 'fulfilled').length;

describe('the count of a tenant', () => {
  it.each([1, 3, 8, 20, 100])('takes exactly %i where that is the limit', async (limit) => {
    const count = under(limit);
    for (const _ of times(limit)) await count.add();
    await expect(count.add()).rejects.toMatchObject(full);
    expect(await count.total()).toBe(limit);
  });

  it('has room again as soon as something is deleted, whichever part it was counted in', async () => {
    const count = under(10);
    for (const _ of times(10)) await count.add();
    for (const _ of times(20)) {
      await count.remove();
      await count.add();
      await expect(count.add()).rejects.toMatchObject(full);
    }
    expect(await count.total()).toBe(10);
  });

  it('takes several at once where they fit together, though they fit into no part of it', async () => {
    const count = under(40);
    await count.add(35);
    await expect(count.add(6)).rejects.toMatchObject(full);
    await count.add(5);
    expect(await count.total()).toBe(40);
  });

  it.each([10, 29, 200])('lets no more in than a limit of %i when 30 come at the same moment', async (limit) => {
    const count = under(limit);
    const already = Math.max(0, limit - 20);
    if (already > 0) await count.add(already);
    const results = await Promise.allSettled(times(30).map(() => count.add()));
    expect(fulfilled(results)).toBe(Math.min(30, limit - already));
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(full);
    expect(await count.total()).toBe(limit);
  });

  it('loses nothing of what is added and deleted at the same moment', async () => {
    const count = under(30);
    await count.add(15);
    const results = await Promise.allSettled(times(30).map((index) => (index % 2 === 0 ? count.add() : count.remove())));
    expect(fulfilled(results)).toBe(30);
    expect(await count.total()).toBe(15);
    await count.add(15);
    await expect(count.add()).rejects.toMatchObject(full);
  });

  it('includes what was counted before there was a limit, which stays and may be deleted', async () => {
    await storeOldCounts(dynamo, tenant, 'FORMATION', [5, 0, 7, 0, 0, 0, 0, 1]);
    const count = under(12);
    await expect(count.add(1, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject(full);
    await count.remove();
    await expect(count.add(1, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject(full);
    await count.remove();
    await count.add();
    await expect(count.add()).rejects.toMatchObject(full);
    expect(await count.total()).toBe(12);
  });

  it('follows a limit that is raised and lowered', async () => {
    await under(8).add(8);
    await under(20).add(7);
    await expect(under(10).add()).rejects.toMatchObject(full);
    await under(10).remove(6);
    await under(10).add();
    await expect(under(10).add()).rejects.toMatchObject(full);
    expect(await under(8).total()).toBe(10);
  });

  it('counts everything under a lowered limit, though some parts of it were never written', async () => {
    await under(40).add(5, '00000000-0000-7000-8000-000000000000');
    await expect(under(4).add(1, '00000000-0000-7000-8000-000000000001')).rejects.toMatchObject(full);
  });

  it('finds the room again that code took and gave back that knows no limit', async () => {
    const count = under(20);
    await count.add(8, '00000000-0000-7000-8000-000000000000');
    await storeOldCounts(dynamo, tenant, 'FORMATION', [12, 5]);
    await count.add(3, '00000000-0000-7000-8000-000000000000');
    await expect(count.add()).rejects.toMatchObject(full);
    expect(await count.total()).toBe(20);
  });

  it('is what is there, and never beyond the limit, whatever is added, deleted, lost on the way or limited anew', async () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), amount: fc.integer({ min: 1, max: 4 }), shard: fc.nat(15) }),
      fc.record({ kind: fc.constant('remove' as const), amount: fc.constant(1), shard: fc.nat(15) }),
      fc.record({ kind: fc.constant('limit' as const), amount: fc.integer({ min: 1, max: 30 }), shard: fc.constant(0) }),
    );
    const story = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.array(move, { maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(story, async ([first, moves]) => {
        tenant = aTenant();
        let limit = first;
        let there = 0;
        for (const { kind, amount, shard } of moves) {
          const id = `00000000-0000-7000-8000-00000000000${shard.toString(16)}`;
          if (kind === 'limit') limit = amount;
          else if (kind === 'remove') {
            if (there > 0) await under(limit).remove(1, id);
            there = Math.max(0, there - 1);
          } else if (there + amount <= limit) {
            await under(limit).add(amount, id);
            there += amount;
          } else await expect(under(limit).add(amount, id)).rejects.toMatchObject(full);
          expect(await under(limit).total()).toBe(there);
        }
      }),
      { numRuns: 60 },
    );
  });
});
