import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { startReconnecting } from '#shared/provisioning/start-reconnecting.ts';
import type { WorkflowInput } from '#shared/provisioning/workflow-starter.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld, runWorkflow, type World } from '#test/support/provisioning-world.ts';
import { pairOnce, seen } from '#test/support/returning-agent.ts';

let dynamo: Dynamo;
let world: World;
let actor: ReturnType<typeof anAdministrator>;
let owner: Owner;
let authId: string;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

beforeEach(async () => {
  world = provisioningWorld(dynamo);
  actor = anAdministrator();
  const { id, runtimeId } = await startProvisioning({ runtimeInput: { name: 'berlin' } }, actor, undefined, world);
  owner = { tenant: actor.tenant, kind: 'runtime', id: runtimeId };
  world.driver.configure = async ({ tenant }) => {
    authId = await pairOnce(world, owner);
    await world.registry.setStatus(tenant, runtimeId, 'CONNECTED', 'runtime/agent');
  };
  await runWorkflow('provision', { tenant: actor.tenant, operationId: id, runtimeId }, world);
  world.pass(3600);
  world.driver.configure = async (_, configuration) => {
    world.driver.configured.set(runtimeId, configuration);
    await comesBack();
  };
});

const comesBack = () => seen(world, owner, authId);

async function reconnect(): Promise<WorkflowInput> {
  const { id } = await startReconnecting(owner.id, actor, undefined, world);
  return { tenant: actor.tenant, operationId: id, runtimeId: owner.id };
}
const operation = ({ operationId }: WorkflowInput) => world.operations.find(actor.tenant, operationId);
const lock = () => world.operations.findProvisioning(actor.tenant, owner.id);

describe('the reconnecting workflow', () => {
  it('gives the System Auth that was in use a fresh token, and succeeds once the Agent was seen', async () => {
    const input = await reconnect();
    const run = await runWorkflow('reconnect', input, world);

    expect(run.steps).toEqual(['ObtainToken', 'InjectConfiguration', 'CheckAgent', 'DiscardToken', 'ForgetToken', 'FinishOperation']);
    expect(await operation(input)).toMatchObject({ operation: 'Reconnect', state: 'Succeeded' });
    const given = world.driver.configured.get(owner.id);
    expect(given).toMatchObject({ RUNTIME_ID: owner.id, TENANT: actor.tenant });
    expect((await world.auths.listByOwner(owner)).map(({ id }) => id)).toEqual([authId]);
    expect(run.traffic).not.toContain(given?.TOKEN);
  });

  it('leaves no token behind that could still be used', async () => {
    await runWorkflow('reconnect', await reconnect(), world);

    expect((await world.auths.find(owner, authId))?.token).toBeUndefined();
    expect(world.configurations.stored.size).toBe(0);
    expect(await lock()).not.toHaveProperty('activeOperationId');
  });

  it('succeeds for an Agent that is back although the secret cannot be deleted, and its token is useless', async () => {
    world.configurations.delete = async () => {
      throw new Error('access denied for arn:aws:secretsmanager:secret');
    };
    const input = await reconnect();
    await runWorkflow('reconnect', input, world);

    expect(await operation(input)).toMatchObject({ state: 'Succeeded' });
    expect((await world.auths.find(owner, authId))?.token).toBeUndefined();
  });

  it('changes nothing when the Agent comes by itself before', async () => {
    const input = await reconnect();
    await comesBack();
    await runWorkflow('reconnect', input, world);

    expect(await operation(input)).toMatchObject({ state: 'Succeeded' });
    expect(world.driver.configured.size).toBe(0);
  });

  it('fails when the Agent does not come, leaves the Runtime as it was and its token useless, and can be repeated', async () => {
    const { configure } = world.driver;
    world.driver.configure = async () => {};
    const input = await reconnect();
    const run = await runWorkflow('reconnect', input, world);

    expect(run.succeeded).toBe(false);
    expect(await operation(input)).toMatchObject({ state: 'Failed', lastError: { step: 'CheckAgent', code: 'AgentNotConnected' } });
    expect((await world.registry.find(actor.tenant, owner.id))?.status.condition).toBe('CONNECTED');
    expect((await world.auths.find(owner, authId))?.token).toBeUndefined();
    world.driver.configure = configure;
    const again = await reconnect();
    await runWorkflow('reconnect', again, world);
    expect(await operation(again)).toMatchObject({ state: 'Succeeded' });
  });

  it('repeats a step that may pass', async () => {
    const { configure } = world.driver;
    let failures = 2;
    world.driver.configure = async (place, configuration) => {
      failures -= 1;
      if (failures >= 0) throw new AppError('DriverUnavailable', 'the host is away');
      await configure(place, configuration);
    };
    const input = await reconnect();
    const run = await runWorkflow('reconnect', input, world);

    expect(run.steps.filter((step) => step === 'InjectConfiguration')).toHaveLength(3);
    expect(await operation(input)).toMatchObject({ state: 'Succeeded' });
  });

  it('fails for a Runtime that was unregistered', async () => {
    const input = await reconnect();
    await world.registry.unregister(actor.tenant, owner.id, 'user/admin');
    await runWorkflow('reconnect', input, world);

    expect(await operation(input)).toMatchObject({ state: 'Failed', lastError: { step: 'ObtainToken', code: 'NotFound' } });
  });
});

describe('starting a reconnecting', () => {
  it('is refused while another operation works on the Runtime, and the other way round', async () => {
    await reconnect();
    const busy = { code: 'ConcurrentOperation' };
    await expect(startDeprovisioning(owner.id, actor, undefined, world)).rejects.toMatchObject(busy);
    await expect(startReconnecting(owner.id, actor, undefined, world)).rejects.toMatchObject(busy);
  });

  it('answers the same operation under the same idempotency key', async () => {
    const [first, second] = [
      await startReconnecting(owner.id, actor, 'key', world),
      await startReconnecting(owner.id, actor, 'key', world),
    ];
    expect(second.id).toBe(first.id);
  });

  it('knows only Runtimes of its tenant that were provisioned, and asks for the right', async () => {
    await expect(startReconnecting(owner.id, anAdministrator(), undefined, world)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(startReconnecting(randomUUID(), actor, undefined, world)).rejects.toMatchObject({ code: 'NotFound' });
    const reader = { ...actor, scopes: new Set(['runtime:read']) };
    await expect(startReconnecting(owner.id, reader, undefined, world)).rejects.toMatchObject({ code: 'InsufficientScopes' });
  });
});
