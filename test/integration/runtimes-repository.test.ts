import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import { setRuntimeStatus } from '#shared/runtimes/set-runtime-status.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aRuntime } from '#test/support/registry-builders.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let tenant: TenantId;

beforeAll(async () => {
  dynamo = await startDynamo();
  ({ deps } = directorWorld(dynamo));
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
});

async function stored(given: Partial<Runtime> = {}): Promise<Runtime> {
  const runtime = aRuntime({ tenant, ...given });
  await deps.runtimes.insert(runtime, []);
  return runtime;
}

describe('Runtimes', () => {
  it('come back as they were stored', async () => {
    const runtime = await stored({ description: 'd', applicationNamespace: 'n', labels: { a: { b: ['c'] } } });
    expect(await deps.runtimes.find(tenant, runtime.id)).toEqual(runtime);
    expect(await deps.runtimes.find(aTenant(), runtime.id)).toBeUndefined();
  });

  it('may share a name, and come in the order of names', async () => {
    for (const name of ['b', 'a', 'a-b', 'a', 'B']) await stored({ name });
    const first = await deps.runtimes.list(tenant, { first: 3 });
    const second = await deps.runtimes.list(tenant, { first: 3, after: first.next });
    expect([first, second].map(({ data }) => data.map(({ name }) => name))).toEqual([
      ['B', 'a', 'a'],
      ['a-b', 'b'],
    ]);
    expect(second.next).toBeUndefined();
    expect(await deps.runtimes.count(tenant)).toBe(5);
  });

  it('are listed under their new name after a change of it', async () => {
    const runtime = await stored({ name: 'a' });
    await stored({ name: 'm' });
    await deps.runtimes.replace({ ...runtime, name: 'z', version: 2 }, runtime);
    expect((await deps.runtimes.list(tenant, { first: 10 })).data.map(({ name }) => name)).toEqual(['m', 'z']);
  });

  it('are changed by one of two who read the same version', async () => {
    const runtime = await stored();
    const outcomes = await Promise.allSettled(['x', 'y'].map((name) => deps.runtimes.replace({ ...runtime, name, version: 2 }, runtime)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keep every one of many changes made at once', async () => {
    const { id } = await stored();
    const conditions = ['PROVISIONING', 'CONNECTED', 'FAILED'] as const;
    await Promise.all(conditions.map((condition) => setRuntimeStatus(tenant, id, condition, 'user/alice', deps)));
    expect((await deps.runtimes.get(tenant, id)).version).toBe(4);
  });

  it('are the same Runtime when a registration with an id is repeated', async () => {
    const id = newId();
    const register = () => registerRuntime({ id, name: 'berlin', formations: ['sales'] }, aUser(tenant), deps);
    const [first, ...others] = await Promise.all([register(), register(), register()]);
    for (const other of others) expect(other).toEqual(first);
    expect(await deps.runtimes.count(tenant)).toBe(1);
    expect(await deps.formations.findByName(tenant, 'sales')).toMatchObject({ runtimeCount: 1 });
  });

  it('are deleted with everything under them', async () => {
    const { id } = await registerRuntime({ name: 'berlin', formations: ['sales'] }, aUser(tenant), deps);
    await issueOneTimeToken({ tenant, kind: 'runtime', id }, { kind: 'user', id: 'alice' }, deps);
    await deps.runtimes.delete(await deps.runtimes.get(tenant, id), 'user/alice');
    const left = (await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(id));
    expect(new Set(left.map(({ type }) => type))).toEqual(new Set(['Sweep', 'ConfigurationChange', 'Formation']));
    expect(await deps.runtimes.count(tenant)).toBe(0);
    expect(await deps.formations.findByName(tenant, 'sales')).toMatchObject({ runtimeCount: 0 });
  });
});
