import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { startUpgrading } from '#shared/provisioning/start-upgrading.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aBuiltStack, anAdministrator, provisioningWorld, type Run, runWorkflow, type World } from '#test/support/provisioning-world.ts';

let dynamo: Dynamo;
let world: World;
let actor: ReturnType<typeof anAdministrator>;
let runtimeId: string;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

beforeEach(async () => {
  world = provisioningWorld(dynamo);
  actor = anAdministrator();
  const operation = await startProvisioning({ runtimeInput: { name: 'berlin' } }, actor, undefined, world);
  runtimeId = operation.runtimeId;
  world.driver.configure = async ({ tenant }) => {
    await world.registry.setStatus(tenant, runtimeId, 'CONNECTED', 'runtime/agent');
  };
  await runWorkflow('provision', { tenant: actor.tenant, operationId: operation.id, runtimeId }, world);
});

async function upgrade(): Promise<Run & { readonly operationId: string }> {
  const { id: operationId } = await startUpgrading(runtimeId, actor, undefined, world);
  return { operationId, ...(await runWorkflow('upgrade', { tenant: actor.tenant, operationId, runtimeId }, world)) };
}

const conditionOf = async () => (await world.registry.find(actor.tenant, runtimeId))?.status.condition;

describe('the upgrade of a Runtime', () => {
  it('waits until the driver has moved it to the newest version', async () => {
    const answers = ['pending', 'ready'] as const;
    let asked = 0;
    world.driver.checkUpgraded = async () => answers[asked++] ?? 'ready';
    const { succeeded, steps, operationId } = await upgrade();
    expect({ succeeded, steps }).toEqual({
      succeeded: true,
      steps: ['UpgradeInfrastructure', 'CheckUpgrade', 'CheckUpgrade', 'FinishOperation'],
    });
    expect(await world.operations.find(actor.tenant, operationId)).toMatchObject({ operation: 'Upgrade', state: 'Succeeded' });
  });

  it('stores the stack that is ready, a failed one leaves it, and a removal forgets it', async () => {
    const stored = async () => (await world.operations.findProvisioning(actor.tenant, runtimeId))?.infrastructure;
    expect(await stored()).toBeUndefined();
    for (const version of ['v1', 'v2']) {
      world.driver.checkUpgraded = async () => aBuiltStack(version);
      expect((await upgrade()).succeeded).toBe(true);
      expect(await stored()).toEqual(aBuiltStack(version));
    }
    world.driver.checkUpgraded = async () => {
      throw new AppError('DriverFailed', 'Agent: no quota');
    };
    await upgrade();
    expect(await stored()).toEqual(aBuiltStack('v2'));
    const { id: operationId } = await startDeprovisioning(runtimeId, actor, undefined, world);
    await runWorkflow('deprovision', { tenant: actor.tenant, operationId, runtimeId }, world);
    expect(await stored()).toBeUndefined();
  });

  it('leaves the Runtime CONNECTED and its infrastructure in place if it fails, and frees it', async () => {
    world.driver.checkUpgraded = async () => {
      throw new AppError('DriverFailed', 'Agent: no quota');
    };
    const { succeeded, steps, operationId } = await upgrade();
    expect({ succeeded, steps }).toEqual({ succeeded: false, steps: ['UpgradeInfrastructure', 'CheckUpgrade', 'FailOperation'] });
    expect(await world.operations.find(actor.tenant, operationId)).toMatchObject({
      state: 'Failed',
      lastError: { step: 'CheckUpgrade', code: 'DriverFailed', message: 'Agent: no quota' },
    });
    expect(await conditionOf()).toBe('CONNECTED');
    expect(world.driver.places.has(runtimeId)).toBe(true);
    world.driver.checkUpgraded = async () => 'ready';
    expect((await upgrade()).succeeded).toBe(true);
  });

  it('fails at its deadline', async () => {
    world.driver.checkUpgraded = async () => 'pending';
    const { operationId } = await upgrade();
    expect(await world.operations.find(actor.tenant, operationId)).toMatchObject({
      lastError: { step: 'CheckUpgrade', message: 'the infrastructure was not upgraded within 3600 s' },
    });
  });

  it('repeats a step that fails for a passing reason', async () => {
    let tries = 0;
    world.driver.upgrade = async () => {
      tries += 1;
      if (tries < 3) throw new AppError('DriverUnavailable', 'throttled');
    };
    const { succeeded, steps } = await upgrade();
    expect(succeeded).toBe(true);
    expect(steps.filter((step) => step === 'UpgradeInfrastructure')).toHaveLength(3);
  });

  it('is refused while another operation works on the Runtime, and for one that was not provisioned', async () => {
    await startUpgrading(runtimeId, actor, undefined, world);
    await expect(startUpgrading(runtimeId, actor, undefined, world)).rejects.toMatchObject({ code: 'ConcurrentOperation' });
    await expect(startUpgrading('0197f000-0000-7000-8000-000000000000', actor, undefined, world)).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
