import { describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import { changeRuntime, listKey, type Runtime, withCondition } from '#shared/runtimes/runtime.ts';
import { setRuntimeStatus } from '#shared/runtimes/set-runtime-status.ts';
import { aUser } from '#test/support/director-world.ts';
import { aRuntime } from '#test/support/registry-builders.ts';

const now = new Date('2026-02-02T00:00:00.000Z');

describe('the status of a Runtime', () => {
  it('moves its timestamp only when the condition changes', () => {
    const runtime = aRuntime();
    expect(withCondition(runtime, 'INITIAL', now)).toBe(runtime);
    expect(withCondition(runtime, 'CONNECTED', now).status).toEqual({ condition: 'CONNECTED', timestamp: now.toISOString() });
  });

  it('is not written again when it is what it was', async () => {
    const current = aRuntime({ status: { condition: 'FAILED', timestamp: now.toISOString() } });
    const replaced: Runtime[] = [];
    const runtimes = { get: async () => current, replace: async (next: Runtime) => void replaced.push(next) };
    const set = (condition: 'FAILED' | 'CONNECTED') =>
      setRuntimeStatus(current.tenant, current.id, condition, 'provisioner', { runtimes, clock: () => now });
    expect(await set('FAILED')).toBe(current);
    await set('CONNECTED');
    expect(replaced).toMatchObject([{ status: { condition: 'CONNECTED' }, version: 2, changedBy: 'provisioner' }]);
  });
});

describe('a change of a Runtime', () => {
  it('says who made it and when, and counts', () => {
    const changed = changeRuntime(aRuntime({ version: 4 }), { name: 'x' }, 'user/bob', now);
    expect(changed).toMatchObject({ name: 'x', version: 5, changedBy: 'user/bob', updatedAt: now.toISOString() });
  });
});

describe('the order of Runtimes', () => {
  it('is that of their names, then of their ids', () => {
    const keys = [listKey({ name: 'b', id: '1' }), listKey({ name: 'a', id: '2' }), listKey({ name: 'a', id: '1' })];
    expect(keys.sort()).toEqual(['a#1', 'a#2', 'b#1']);
  });
});

describe('registering a Runtime', () => {
  const deps = (stored?: Runtime) => ({
    runtimes: { insert: async () => undefined, find: async () => stored, replace: async () => undefined },
    formations: {
      findByName: async () => undefined,
      findMany: async () => [],
      templateOf: async () => undefined,
      automaticAssignments: async () => [],
    },
    labelDefinitions: { list: async () => [] },
    clock: () => now,
  });
  const register = (name: string) => registerRuntime({ name }, aUser(tenantId('t')), deps());

  it.each(['a', 'My.Runtime_1-x', 'x'.repeat(256)])('takes the name %j', async (name) => {
    expect(await register(name)).toMatchObject({ name, labels: { isNormalized: 'true' }, status: { condition: 'INITIAL' } });
  });

  it.each(['', 'a b', 'größe', 'a/b', 'x'.repeat(257)])('refuses the name %j and says so', async (name) => {
    await expect(register(name)).rejects.toMatchObject({
      code: 'InvalidData',
      message: expect.stringMatching(/^Invalid data RuntimeRegisterInput \[name=/),
    });
  });
});
