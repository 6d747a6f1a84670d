import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { parseToken } from '#shared/pairing/one-time-token.ts';
import type { FailedOperation, SucceededOperation } from '#shared/provisioning/operation.ts';
import { stepsOf } from '#shared/provisioning/operation-history.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import type { WorkflowInput } from '#shared/provisioning/workflow-starter.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import {
  aBuiltStack,
  anAdministrator,
  provisioningWorld,
  runWorkflow,
  stepHandlers,
  type World,
} from '#test/support/provisioning-world.ts';
import { type State, stepOf, workflowDefinitions } from '#test/support/workflow-definitions.ts';

let dynamo: Dynamo;
let world: World;
let input: WorkflowInput;
const happyPath = [
  'RegisterRuntime',
  'FetchConfiguration',
  'ObtainToken',
  'ProvisionInfrastructure',
  'CheckInfrastructure',
  'RefreshToken',
  'InjectConfiguration',
  'CheckAgent',
  'DiscardToken',
  'ForgetToken',
  'FinishOperation',
];
const undoing = ['SpendToken', 'UndoInfrastructure', 'CheckUndo', 'FailOperation'];

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

beforeEach(async () => {
  world = provisioningWorld(dynamo);
  world.driver.configure = async ({ tenant, runtimeId }) => world.registry.setStatus(tenant, runtimeId, 'CONNECTED', 'runtime/agent');
  const config = {
    runtimeInput: { name: 'berlin', description: 'first', labels: { region: 'eu' } },
    formations: ['sales'],
    parameters: { size: 3, agentTimeoutSeconds: 60, infrastructureTimeoutSeconds: 600 },
  };
  const { tenant, id, runtimeId } = await startProvisioning(config, anAdministrator(), undefined, world);
  input = { tenant, operationId: id, runtimeId };
});

const operation = () => world.operations.find(input.tenant, input.operationId);
const failedOperation = async () => (await operation()) as FailedOperation;
const runtime = () => world.registry.find(input.tenant, input.runtimeId);
const provisioning = () => world.operations.findProvisioning(input.tenant, input.runtimeId);

async function storedToken() {
  const noted = (await operation())?.token;
  const auth = noted && (await world.auths.find({ tenant: input.tenant, kind: 'runtime', id: input.runtimeId }, noted.authId));
  return auth?.token;
}

/** The promises of every failure: all is undone, nothing is locked, and the reason is told. */
async function expectFailure(step: string, code: string, message: string | RegExp) {
  const { state, lastError } = await failedOperation();
  expect({ state, step: lastError.step, code: lastError.code }).toEqual({ state: 'Failed', step, code });
  expect(lastError.message).toMatch(message);
  expect(await provisioning()).not.toHaveProperty('activeOperationId');
  expect(world.driver.places.size).toBe(0);
  expect(world.configurations.stored.size).toBe(0);
  expect(await storedToken()).toBeUndefined();
}

describe('the provisioning workflow', () => {
  it('registers, prepares, builds, configures and waits for the Agent in this order', async () => {
    const run = await runWorkflow('provision', input, world);

    expect(run).toMatchObject({ succeeded: true, steps: happyPath });
    expect(await operation()).toMatchObject({ state: 'Succeeded', message: 'Operation succeeded' });
    expect(await runtime()).toMatchObject({ name: 'berlin', description: 'first', status: { condition: 'CONNECTED' } });
    expect(Object.values((await runtime())?.formations ?? {})).toEqual(['sales']);
    expect(await provisioning()).not.toHaveProperty('activeOperationId');
  });

  /** A clock that moves by a second whenever it is read, so that steps have an order. */
  const ticking = () => ({
    ...world,
    clock: () => {
      world.pass(1);
      return world.clock();
    },
  });
  const steps = async () => stepsOf((await operation()) ?? expect.fail());

  it('notes each step as it begins, without the checks', async () => {
    await runWorkflow('provision', input, ticking());
    const noted = await steps();
    expect(noted.map(({ name }) => name)).toEqual(happyPath.filter((name) => !name.startsWith('Check')));
    expect(noted.every(({ state }) => state === 'Succeeded')).toBe(true);
    expect(noted.at(-1)?.finishedAt).toBe(((await operation()) as SucceededOperation).finishedAt);
  });

  it('notes which step a failed check belongs to, and the clean-up after it', async () => {
    world.driver.check = async () => {
      throw new AppError('DriverFailed', 'no capacity');
    };
    await runWorkflow('provision', input, ticking());
    expect((await failedOperation()).lastError.step).toBe('CheckInfrastructure');
    const noted = await steps();
    expect(noted.slice(3).map(({ name, state, error }) => ({ name, state, error }))).toEqual([
      { name: 'ProvisionInfrastructure', state: 'Failed', error: 'no capacity' },
      { name: 'SpendToken', state: 'Succeeded', error: undefined },
      { name: 'UndoInfrastructure', state: 'Succeeded', error: undefined },
    ]);
  });

  it('gives the driver the parameters, the configuration from the registry, and an agent configuration with a good token', async () => {
    let token = '';
    const configure = world.driver.configure;
    world.driver.configure = async (place, configuration) => {
      expect(place).toMatchObject({ parameters: { size: 3 }, configuration: { name: 'berlin', formations: ['sales'] } });
      expect(configuration).toMatchObject({
        CONNECTOR_URL: 'https://compass.test/connector/graphql',
        RUNTIME_ID: input.runtimeId,
        TENANT: input.tenant,
      });
      token = configuration.TOKEN;
      expect(await storedToken()).not.toHaveProperty('usedAt');
      await configure(place, configuration);
    };
    await runWorkflow('provision', input, world);

    expect(parseToken(token)?.owner).toEqual({ tenant: input.tenant, kind: 'runtime', id: input.runtimeId });
  });

  it('leaves neither the secret nor a token that could still be used once the Agent is connected', async () => {
    await runWorkflow('provision', input, world);

    expect(await operation()).toHaveProperty('token.authId');
    expect(await storedToken()).toBeUndefined();
    expect(world.configurations.stored.size).toBe(0);
  });

  it('succeeds for a connected Agent although the secret cannot be deleted', async () => {
    world.configurations.delete = async () => {
      throw new Error('access denied for arn:aws:secretsmanager:secret');
    };
    const run = await runWorkflow('provision', input, world);

    expect(run).toMatchObject({ succeeded: true, steps: happyPath });
    expect(await operation()).toMatchObject({ state: 'Succeeded' });
    expect(await storedToken()).toBeUndefined();
    expect(world.driver.places.size).toBe(1);
  });

  it('never lets the token into its state', async () => {
    let token = '';
    const configure = world.driver.configure;
    world.driver.configure = async (place, configuration) => {
      token = configuration.TOKEN;
      await configure(place, configuration);
    };
    const { traffic } = await runWorkflow('provision', input, world);

    expect(token).toMatch(/^cmp_rt_/);
    expect(traffic).not.toContain('cmp_rt_');
  });

  it('waits for infrastructure that is not ready yet', async () => {
    const answers = ['pending', 'pending', 'ready'] as const;
    let asked = 0;
    world.driver.check = async () => answers[asked++] ?? 'ready';

    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(true);
    expect(run.steps.filter((step) => step === 'CheckInfrastructure')).toHaveLength(3);
  });

  it('stores the stack that the driver found ready, and nothing for a driver without stacks', async () => {
    await runWorkflow('provision', input, world);
    expect(await provisioning()).not.toHaveProperty('infrastructure');

    const { tenant, id, runtimeId } = await startProvisioning({ runtimeInput: { name: 'bonn' } }, anAdministrator(), undefined, world);
    input = { tenant, operationId: id, runtimeId };
    world.driver.check = async () => aBuiltStack();
    expect(await runWorkflow('provision', input, world)).toMatchObject({ succeeded: true, steps: happyPath });
    expect((await provisioning())?.infrastructure).toEqual(aBuiltStack());
  });

  it('forgets the stack that it undoes when the Agent is not connected at its deadline', async () => {
    world.driver.check = async () => aBuiltStack();
    let stored: unknown;
    world.driver.configure = async () => {
      stored = (await provisioning())?.infrastructure;
    };
    await runWorkflow('provision', input, world);

    expect(stored).toEqual(aBuiltStack());
    expect(await provisioning()).not.toHaveProperty('infrastructure');
  });

  it('replaces a token that would not outlive the wait for the Agent', async () => {
    const tokens = new Set<string>();
    let valid = 0;
    const configure = world.driver.configure;
    world.driver.configure = async (place, configuration) => {
      const auths = await world.auths.listByOwner({ tenant: input.tenant, kind: 'runtime', id: input.runtimeId });
      valid = auths.filter(({ token }) => token !== undefined).length;
      await configure(place, configuration);
    };
    const save = world.configurations.save;
    world.configurations.save = async (configuration) => {
      tokens.add(configuration.TOKEN);
      await save(configuration);
    };
    world.driver.check = async () => {
      world.pass(59 * 60 + 30);
      return 'ready';
    };
    await runWorkflow('provision', input, world);

    expect(tokens.size).toBe(2);
    expect(valid).toBe(1);
  });

  it('fails with the reason of the driver and undoes everything when the driver refuses', async () => {
    world.driver.provision = async (place) => {
      world.driver.places.set(place.runtimeId, place);
      throw new AppError('DriverFailed', 'no quota');
    };
    const run = await runWorkflow('provision', input, world);

    expect(run).toMatchObject({ succeeded: false, steps: [...happyPath.slice(0, 4), ...undoing] });
    await expectFailure('ProvisionInfrastructure', 'DriverFailed', 'no quota');
    expect((await runtime())?.status.condition).toBe('FAILED');
  });

  it('fails when the infrastructure is not ready at its deadline', async () => {
    world.driver.check = async () => 'pending';
    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(false);
    expect(run.steps.slice(-4)).toEqual(undoing);
    await expectFailure('CheckInfrastructure', 'DriverFailed', 'the infrastructure was not ready within 600 s');
    expect((await runtime())?.status.condition).toBe('FAILED');
  });

  it('fails when the Agent is not connected at its deadline', async () => {
    world.driver.configure = async () => undefined;
    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(false);
    await expectFailure('CheckAgent', 'AgentNotConnected', 'the Runtime Agent did not connect within 60 s');
    expect((await runtime())?.status.condition).toBe('FAILED');
  });

  it('fails and spends the token when the secret cannot be written', async () => {
    world.configurations.save = async () => {
      throw new Error('access denied for arn:aws:secretsmanager:secret');
    };
    const run = await runWorkflow('provision', input, world);

    expect(run.steps).toEqual([...happyPath.slice(0, 3), ...undoing]);
    await expectFailure('ObtainToken', 'InternalError', /^Internal Server Error \[errorID=/);
  });

  it('fails without a trace in the registry when the Runtime cannot be registered', async () => {
    world.registry.register = async () => {
      throw new AppError('InvalidData', 'Invalid data RuntimeRegisterInput [name=taken]');
    };
    await runWorkflow('provision', input, world);

    await expectFailure('RegisterRuntime', 'InvalidData', 'name=taken');
    expect(await runtime()).toBeUndefined();
  });

  it('tells of a failing undo beside the original failure, and spends the token nevertheless', async () => {
    world.driver.configure = async () => {
      throw new AppError('DriverFailed', 'the machine is on fire');
    };
    world.driver.remove = async () => {
      throw new AppError('DriverFailed', 'cannot remove');
    };
    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(false);
    const { lastError } = await failedOperation();
    expect(lastError).toEqual({
      step: 'InjectConfiguration',
      code: 'DriverFailed',
      message: 'the machine is on fire; UndoInfrastructure failed too: cannot remove',
    });
    expect(await storedToken()).toBeUndefined();
    expect(world.configurations.stored.size).toBe(0);
  });

  it.each([
    ['an AWS service throttles', Object.assign(new Error('slow down'), { name: 'ThrottlingException', $retryable: {} })],
    ['the driver cannot be reached', new AppError('DriverUnavailable', 'the host does not answer')],
    ['another writer was faster', new AppError('ConcurrentUpdate', 'changed meanwhile')],
  ])('repeats a step after %s', async (_, error) => {
    let failures = 2;
    const provision = world.driver.provision;
    world.driver.provision = async (place) => {
      if (failures-- > 0) throw error;
      await provision(place);
    };
    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(true);
    expect(run.steps.filter((step) => step === 'ProvisionInfrastructure')).toHaveLength(3);
  });

  it('gives up on a step that keeps failing', async () => {
    world.driver.provision = async () => {
      throw new AppError('DriverUnavailable', 'the host does not answer');
    };
    const run = await runWorkflow('provision', input, world);

    expect(run.steps.filter((step) => step === 'ProvisionInfrastructure')).toHaveLength(6);
    await expectFailure('ProvisionInfrastructure', 'DriverUnavailable', 'the host does not answer');
  });

  it.each(happyPath)('ends well when %s is repeated because its answer was lost', async (step) => {
    const handlers = stepHandlers(world);
    let lost = false;
    const name = stepOf(workflowDefinitions().provision.States[step] as State);
    const handler = handlers[name];
    handlers[name] = async (event, context) => {
      const result = await handler(event, context);
      if (lost) return result;
      lost = true;
      throw Object.assign(new Error('the answer was lost'), { name: 'States.Timeout' });
    };
    const run = await runWorkflow('provision', input, world, handlers);

    expect(run.succeeded).toBe(true);
    expect(await operation()).toMatchObject({ state: 'Succeeded' });
  });

  it('ends well when it starts over from the first step after a crash in the middle', async () => {
    const handlers = stepHandlers(world);
    for (const name of [
      'registerRuntime',
      'fetchConfiguration',
      'obtainToken',
      'provisionInfrastructure',
      'injectConfiguration',
    ] as const) {
      await handlers[name](input as never, {} as never);
    }
    const run = await runWorkflow('provision', input, world);

    expect(run.succeeded).toBe(true);
    expect((await runtime())?.status.condition).toBe('CONNECTED');
  });

  it('leaves a Runtime alone whose operation has ended already', async () => {
    await runWorkflow('provision', input, world);
    const before = await runtime();

    const run = await runWorkflow('provision', input, world);

    expect(run.steps).toEqual(['RegisterRuntime', ...undoing]);
    expect(await operation()).toMatchObject({ state: 'Succeeded' });
    expect(await runtime()).toEqual(before);
    expect(world.driver.places.size).toBe(1);
  });
});
