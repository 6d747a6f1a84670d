import { expect, it } from 'vitest';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import { releaseInstanceAuths } from '#shared/bundles/release-instance-auths.ts';
import { AppError } from '#shared/core/errors.ts';
import { anInstanceAuth, aRuntime } from '#test/support/registry-builders.ts';

/** Keeps instance auths in memory. */
function registry() {
  const runtime = aRuntime();
  const held = new Map<string, BundleInstanceAuth>();
  const conflicts = new Set<string>();
  /** Number of concurrent changes around each Application, now and at most. */
  const replacing = { now: {} as Record<string, number>, most: {} as Record<string, number> };
  const hold = (given: Partial<BundleInstanceAuth> = {}) => {
    const one = anInstanceAuth({ runtimeId: runtime.id, ...given });
    held.set(one.id, one);
    return one;
  };
  const deps = {
    clock: () => new Date('2026-02-02T00:00:00.000Z'),
    instanceAuths: {
      listOfRuntime: async () => [...held.values()].filter(({ runtimeId }) => runtimeId === runtime.id),
      release: async (current: BundleInstanceAuth, next: BundleInstanceAuth) => {
        if (conflicts.delete(next.id) || held.get(next.id)?.version !== current.version) throw new AppError('ConcurrentUpdate', 'changed');
        const { applicationId } = next;
        const under = (replacing.now[applicationId] ?? 0) + 1;
        replacing.now[applicationId] = under;
        replacing.most[applicationId] = Math.max(under, replacing.most[applicationId] ?? 0);
        await Promise.resolve();
        held.set(next.id, next);
        replacing.now[applicationId] = (replacing.now[applicationId] ?? 1) - 1;
      },
    },
  };
  return { held, conflicts, replacing, hold, run: () => releaseInstanceAuths(runtime.tenant, runtime.id, 'user/alice', deps) };
}

it('releaseInstanceAuths releases the credentials of the Runtime, also where another caller changed them meanwhile', async () => {
  const { hold, held, conflicts, run } = registry();
  const { id } = hold();
  conflicts.add(id);
  await run();
  expect(held.get(id)).toMatchObject({ version: 2, changedBy: 'user/alice', status: { condition: 'UNUSED', reason: 'PendingDeletion' } });
  expect(held.get(id)?.runtimeId).toBeUndefined();
});

it('releaseInstanceAuths leaves the time from which credentials were unused', async () => {
  const { hold, held, run } = registry();
  const status = { condition: 'UNUSED', timestamp: '2026-01-05T00:00:00.000Z', reason: 'PendingDeletion', message: 'm' } as const;
  const { id } = hold({ status });
  await run();
  expect(held.get(id)?.status).toEqual(status);
});

it('releaseInstanceAuths keeps changes around one Application out of the way of each other', async () => {
  const { hold, held, replacing, run } = registry();
  for (const applicationId of ['a', 'a', 'a', 'b']) hold({ applicationId });
  await run();
  expect(replacing.most).toEqual({ a: 1, b: 1 });
  expect([...held.values()].every(({ runtimeId }) => runtimeId === undefined)).toBe(true);
});
