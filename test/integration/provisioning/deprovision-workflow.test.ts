import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import type { WorkflowInput } from '#shared/provisioning/workflow-starter.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld, runWorkflow, type World } from '#test/support/provisioning-world.ts';

let dynamo: Dynamo;
let world: World;
let input: WorkflowInput;
let actor: ReturnType<typeof anAdministrator>;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

async function deprovision(runtimeId: string): Promise<WorkflowInput> {
  const { id } = await startDeprovisioning(runtimeId, actor, undefined, world);
  return { tenant: actor.tenant, operationId: id, runtimeId };
}

beforeEach(async () => {
  world = provisioningWorld(dynamo);
  actor = anAdministrator();
  world.driver.configure = async ({ tenant, runtimeId }) => world.registry.setStatus(tenant, runtimeId, 'CONNECTED', 'runtime/agent');
  const { id, runtimeId } = await startProvisioning({ runtimeInput: { name: 'berlin' } }, actor, undefined, world);
  await runWorkflow('provision', { tenant: actor.tenant, operationId: id, runtimeId }, world);
  input = await deprovision(runtimeId);
});

const operation = () => world.operations.find(input.tenant, input.operationId);
const runtime = () => world.registry.find(input.tenant, input.runtimeId);

describe('the deprovisioning workflow', () => {
  it('removes the infrastructure, the agent configuration and the Runtime with its credentials', async () => {
    const run = await runWorkflow('deprovision', input, world);

    expect(run.steps).toEqual(['RemoveInfrastructure', 'CheckRemoval', 'SpendToken', 'UnregisterRuntime', 'FinishOperation']);
    expect(await operation()).toMatchObject({ operation: 'Deprovision', state: 'Succeeded' });
    expect(await runtime()).toBeUndefined();
    expect(world.driver.places.size).toBe(0);
    expect(world.configurations.stored.size).toBe(0);
    expect(await world.auths.listByOwner({ tenant: input.tenant, kind: 'runtime', id: input.runtimeId })).toEqual([]);
  });

  it('removes the infrastructure also of a Runtime that was unregistered before', async () => {
    await world.registry.unregister(input.tenant, input.runtimeId, 'user/admin');
    await runWorkflow('deprovision', input, world);

    expect(await operation()).toMatchObject({ state: 'Succeeded' });
    expect(world.driver.places.size).toBe(0);
  });

  it('keeps the Runtime, as FAILED, when something is left at the deadline', async () => {
    world.driver.remove = async () => undefined;
    const run = await runWorkflow('deprovision', input, world);

    expect(run.succeeded).toBe(false);
    expect(await operation()).toMatchObject({
      state: 'Failed',
      lastError: { step: 'CheckRemoval', code: 'DriverFailed', message: 'the infrastructure was not removed within 3600 s' },
    });
    expect((await runtime())?.status.condition).toBe('FAILED');
  });

  it('can be repeated after a failure', async () => {
    const remove = world.driver.remove;
    world.driver.remove = async () => {
      throw new AppError('DriverFailed', 'in use');
    };
    await runWorkflow('deprovision', input, world);
    world.driver.remove = remove;
    input = await deprovision(input.runtimeId);
    await runWorkflow('deprovision', input, world);

    expect(await operation()).toMatchObject({ state: 'Succeeded' });
    expect(await runtime()).toBeUndefined();
  });
});
