import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '#shared/bundles/bundle.ts';
import { addBundle } from '#shared/bundles/change-bundle.ts';
import { type BundleInstanceAuth, maxPerRuntime } from '#shared/bundles/instance-auth.ts';
import type { Actor } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anApplication, anInstanceAuth, aRuntime } from '#test/support/registry-builders.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let alice: Actor;
let bundle: Bundle;

beforeAll(async () => {
  dynamo = await startDynamo();
  ({ deps } = directorWorld(dynamo));
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  alice = aUser(aTenant());
  const application = anApplication({ tenant: alice.tenant });
  await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
  ({ bundle } = await addBundle(application.id, { name: 'b' }, alice, deps));
});

const inBundle = (given: Partial<BundleInstanceAuth> = {}): BundleInstanceAuth =>
  anInstanceAuth({ tenant: alice.tenant, applicationId: bundle.applicationId, bundleId: bundle.id, ...given });

describe('an instance auth', () => {
  it('is found as it was stored, by its id and with its Application, and by no other tenant', async () => {
    const one = inBundle({ context: '{}', inputParams: '[]', auth: 'sealed' });
    await deps.instanceAuths.insert(one);
    expect(await deps.instanceAuths.findById(one.tenant, one.id)).toEqual(one);
    expect(await deps.instanceAuths.exists(one.tenant, one.id)).toBe(true);
    expect((await deps.applications.details(one.tenant, one.applicationId))?.bundles[0]?.instanceAuths).toEqual([one]);
    expect(await deps.instanceAuths.findById(aTenant(), one.id)).toBeUndefined();
  });

  it('is refused where the bundle or the Runtime is gone, or the id is taken', async () => {
    const one = inBundle();
    await deps.instanceAuths.insert(one);
    await expect(deps.instanceAuths.insert(one)).rejects.toMatchObject({ code: 'NotUnique' });
    await expect(deps.instanceAuths.insert(inBundle({ bundleId: newId() }))).rejects.toMatchObject({ code: 'NotFound' });
    await expect(deps.instanceAuths.insert(inBundle({ runtimeId: newId() }))).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is changed by one of two at a time', async () => {
    const one = inBundle();
    await deps.instanceAuths.insert(one);
    await deps.instanceAuths.replace({ ...one, version: 2 }, one);
    await expect(deps.instanceAuths.replace({ ...one, version: 2 }, one)).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    await deps.instanceAuths.delete(one);
    await expect(deps.instanceAuths.replace({ ...one, version: 3 }, { ...one, version: 2 })).rejects.toMatchObject({
      code: 'ConcurrentUpdate',
    });
    await expect(deps.instanceAuths.delete(one)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is listed for its Runtime as long as it has one', async () => {
    const runtime = aRuntime({ tenant: alice.tenant });
    await deps.runtimes.insert(runtime, []);
    const mine = inBundle({ runtimeId: runtime.id });
    await Promise.all([mine, inBundle()].map(deps.instanceAuths.insert));
    expect(await deps.instanceAuths.listOfRuntime(alice.tenant, runtime.id)).toEqual([mine]);
    await deps.instanceAuths.release(mine, { ...mine, runtimeId: undefined, version: 2 });
    expect(await deps.instanceAuths.listOfRuntime(alice.tenant, runtime.id)).toEqual([]);
  });

  describe('of a Runtime that has as many of a bundle as there can be', () => {
    let full: BundleInstanceAuth[];
    const one = () => inBundle({ runtimeId: full[0]?.runtimeId });
    const refused = { code: 'QuotaExceeded', message: expect.stringContaining('20 instance auths') };

    beforeEach(async () => {
      const runtime = aRuntime({ tenant: alice.tenant });
      await deps.runtimes.insert(runtime, []);
      full = Array.from({ length: maxPerRuntime }, () => inBundle({ runtimeId: runtime.id }));
      for (const each of full) await deps.instanceAuths.insert(each);
    });

    it('is refused, to that Runtime and for that bundle only', async () => {
      await expect(deps.instanceAuths.insert(one())).rejects.toMatchObject(refused);
      const { bundle: other } = await addBundle(bundle.applicationId, { name: 'other' }, alice, deps);
      await deps.instanceAuths.insert({ ...one(), bundleId: other.id });
      const neighbour = aRuntime({ tenant: alice.tenant });
      await deps.runtimes.insert(neighbour, []);
      await deps.instanceAuths.insert(inBundle({ runtimeId: neighbour.id }));
      await deps.instanceAuths.insert(inBundle());
    });

    it('has room again once one is deleted, for one of several that ask at once', async () => {
      const [first] = full;
      await deps.instanceAuths.delete(first as BundleInstanceAuth);
      const asked = await Promise.allSettled(Array.from({ length: 4 }, () => retryOnConflict(() => deps.instanceAuths.insert(one()))));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(asked.filter(({ status }) => status === 'rejected')).toEqual(
        Array.from({ length: 3 }, () => ({ status: 'rejected', reason: expect.objectContaining(refused) })),
      );
    });

    it('has room again once one is released', async () => {
      const [first] = full as [BundleInstanceAuth];
      await deps.instanceAuths.release(first, { ...first, runtimeId: undefined, version: 2 });
      await deps.instanceAuths.insert(one());
      await deps.instanceAuths.delete({ ...first, runtimeId: undefined });
      await expect(deps.instanceAuths.insert(one())).rejects.toMatchObject(refused);
    });

    it('leaves nothing behind in the bundle that is deleted', async () => {
      await deps.bundles.delete(bundle);
      const left = (await everyItem(dynamo)).filter(({ sk }) => sk.includes(bundle.id));
      expect(left).toEqual([]);
    });
  });
});
