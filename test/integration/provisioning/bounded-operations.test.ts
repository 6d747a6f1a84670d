import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { days, epochSeconds, later } from '#shared/core/clock.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { Operation } from '#shared/provisioning/operation.ts';
import { maxOperationsKept } from '#shared/provisioning/runtime-provisioning.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { startReconnecting } from '#shared/provisioning/start-reconnecting.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld, runWorkflow, type World } from '#test/support/provisioning-world.ts';

const most = 2;
let dynamo: Dynamo;
let world: World;
let actor: ReturnType<typeof anAdministrator>;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = provisioningWorld({
    table: controlPlaneTable(dynamo.client, dynamo.tableName, { ...defaultLimits, provisionedRuntimes: most }),
  });
  actor = anAdministrator();
});

const provision = (deps: Partial<World> = {}) =>
  startProvisioning({ runtimeInput: { name: 'berlin' } }, actor, undefined, { ...world, ...deps });

async function deprovision({ runtimeId }: Operation): Promise<Operation> {
  const operation = await startDeprovisioning(runtimeId, actor, undefined, world);
  await run('deprovision', operation);
  return operation;
}

const run = (kind: 'provision' | 'deprovision', { id, runtimeId }: Operation) =>
  runWorkflow(kind, { tenant: actor.tenant, operationId: id, runtimeId }, world);

/** The tenant's items of provisioning. */
const kept = async () =>
  (await everyItem(dynamo)).filter(
    ({ pk, type }) => String(pk).startsWith(`T#${actor.tenant}#`) && (type === 'Operation' || type === 'RuntimeProvisioning'),
  );
const exceeded = { code: 'QuotaExceeded', details: expect.objectContaining({ quota: 'provisionedRuntimes' }) };

describe('provisioned Runtimes of a tenant', () => {
  it('are as many as there may be, and one more once one was deprovisioned', async () => {
    const [first] = [await provision(), await provision()];
    await expect(provision()).rejects.toMatchObject(exceeded);
    await run('provision', first);
    await deprovision(first);
    await provision();
    await expect(provision()).rejects.toMatchObject(exceeded);
  });

  it('are no more than there may be when they are asked for at the same moment', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => provision()));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toMatchObject(exceeded);
  });

  it('do not include those whose workflow could not be started', async () => {
    const startWorkflow = async () => Promise.reject(new Error('AccessDenied'));
    for (let turn = 0; turn < most + 1; turn++) await expect(provision({ startWorkflow })).rejects.toThrow('AccessDenied');
    await provision();
  });

  it('that an earlier release stored uncounted take no room from others when they are removed', async () => {
    const old = await provision();
    const [first, second] = [old, await provision()];
    const { counted: _, ...uncounted } = (await world.operations.findProvisioning(actor.tenant, second.runtimeId)) ?? expect.fail();
    await world.operations.replaceProvisioning({ ...uncounted, version: uncounted.version + 1 }, uncounted.version);
    await run('provision', second);
    await deprovision(second);
    await expect(provision()).rejects.toMatchObject(exceeded);
    await run('provision', first);
    await deprovision(first);
    await provision();
  });
});

describe('operations of a Runtime', () => {
  it('are kept up to a limit however often it is reconnected, and the latest ones are', async () => {
    const first = await provision();
    await run('provision', first);
    let last = first;
    for (let turn = 0; turn < maxOperationsKept + 5; turn++) {
      last = await startReconnecting(first.runtimeId, actor, undefined, { ...world, startWorkflow: async () => undefined });
      world.pass(24 * 3600);
    }
    const items = await kept();
    expect(items.filter(({ type }) => type === 'Operation')).toHaveLength(maxOperationsKept);
    expect(await world.operations.find(actor.tenant, last.id)).toBeDefined();
    expect(await world.operations.find(actor.tenant, first.id)).toBeUndefined();
  });

  it('are forgotten 30 days after the Runtime was removed, and it with them', async () => {
    const first = await provision();
    await run('provision', first);
    await deprovision(first);
    const end = epochSeconds(later(world.clock(), days(30)));
    const items = await kept();
    expect(items.map(({ type }) => type).sort()).toEqual(['Operation', 'Operation', 'RuntimeProvisioning']);
    for (const { expiresAt } of items) expect(end - Number(expiresAt)).toBeLessThan(3600);
  });

  it('are kept without an end while the Runtime exists', async () => {
    await run('provision', await provision());
    for (const item of await kept()) expect(item).not.toHaveProperty('expiresAt');
  });
});
