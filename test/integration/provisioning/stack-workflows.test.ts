import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { steps } from '#functions/provisioning/steps.ts';
import { type WorkflowName, workflows } from '#functions/provisioning/workflows.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import type { Operation } from '#shared/provisioning/operation.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { startReconnecting } from '#shared/provisioning/start-reconnecting.ts';
import { startUpgrading } from '#shared/provisioning/start-upgrading.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld, type Run, runWorkflow, stepHandlers, type World } from '#test/support/provisioning-world.ts';
import { pairOnce, seen } from '#test/support/returning-agent.ts';
import { serviceError } from '#test/support/runtime-stacks.ts';
import { type StackAccount, type StackCall, stackAccount } from '#test/support/stack-account.ts';

let dynamo: Dynamo;
let world: World;
let account: StackAccount;
let actor: ReturnType<typeof anAdministrator>;
let owner: Owner;
let authId: string;
/** The tokens that reached the Agent. */
let tokens: string[];

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

beforeEach(() => {
  world = provisioningWorld(dynamo);
  account = stackAccount();
  Object.assign(world.driver, account.driver);
  actor = anAdministrator();
  tokens = [];
  account.agent = async (configuration) => {
    tokens.push(JSON.parse(configuration).TOKEN);
    if (tokens.length > 1) return seen(world, owner, authId);
    authId = await pairOnce(world, owner);
    await world.registry.setStatus(owner.tenant, owner.id, 'CONNECTED', 'runtime/agent');
  };
});

type Handlers = ReturnType<typeof stepHandlers>;

async function run(
  kind: WorkflowName,
  { id: operationId, runtimeId }: Operation,
  handlers?: Handlers,
): Promise<Run & { ended: Operation }> {
  const ended = await runWorkflow(kind, { tenant: actor.tenant, operationId, runtimeId }, world, handlers);
  return { ...ended, ended: (await world.operations.find(actor.tenant, operationId)) ?? expect.fail() };
}

async function provision(handlers?: Handlers) {
  const limits = { infrastructureTimeoutSeconds: 600, agentTimeoutSeconds: 60 };
  const operation = await startProvisioning({ runtimeInput: { name: 'berlin' }, parameters: limits }, actor, undefined, world);
  owner = { tenant: actor.tenant, kind: 'runtime', id: operation.runtimeId };
  return run('provision', operation, handlers);
}

const starters = { deprovision: startDeprovisioning, reconnect: startReconnecting, upgrade: startUpgrading };

const further = async (kind: keyof typeof starters, handlers?: Handlers) =>
  run(kind, await starters[kind](owner.id, actor, undefined, world), handlers);

async function provisioned(): Promise<void> {
  expect(await provision()).toMatchObject({ succeeded: true });
  world.pass(3600);
}

const lock = () => world.operations.findProvisioning(actor.tenant, owner.id);
const conditionOf = async () => (await world.registry.find(actor.tenant, owner.id))?.status.condition;
const usableTokens = async () => (await world.auths.listByOwner(owner)).filter(({ token }) => token !== undefined);
const configurationOf = () => [...account.parameters].find(([name]) => name.endsWith('/agent-configuration'))?.[1];

async function expectNoToken(): Promise<void> {
  expect(await usableTokens()).toEqual([]);
  expect(world.configurations.stored.size).toBe(0);
  for (const token of tokens) expect(JSON.stringify([...account.parameters])).not.toContain(token);
}

async function expectNothingLeft(): Promise<void> {
  expect(account.stack()).toBeUndefined();
  expect([...account.parameters]).toEqual([]);
  await expectNoToken();
  expect(await lock()).not.toHaveProperty('activeOperationId');
}

/** The states of a workflow whose failure ends it, with the step of each and how often it ran before. */
function statesOf(kind: WorkflowName) {
  const { forward } = workflows[kind];
  const states = forward.flatMap((state) => [
    ...('mayFail' in state ? [] : [{ state: state.state as string, step: state.step as keyof typeof steps }]),
    ...('until' in state ? [{ state: `Check${state.until.name}`, step: state.until.check as keyof typeof steps }] : []),
  ]);
  return states.map(({ state, step }, index) => ({
    state,
    step,
    before: states.slice(0, index).filter((other) => other.step === step).length,
  }));
}

/** Makes a state fail for good: at once, or after its step has done its work. */
function failingAt({ step, before }: { step: keyof typeof steps; before: number }, afterwards: boolean): Handlers {
  const handlers = stepHandlers(world);
  const handler = handlers[step];
  let left = before;
  handlers[step] = async (event: never, context: Context) => {
    left -= 1;
    if (left !== -1) return handler(event, context);
    if (afterwards) await handler(event, context);
    throw Object.assign(new Error('out of order'), { name: 'DriverFailed' });
  };
  return handlers;
}

/** Failures of every state at once, and of every state but the last after its step. The last one ends the operation. */
const failuresOf = (kind: WorkflowName) =>
  statesOf(kind).flatMap((at, index, { length }) => [
    { ...at, when: 'before its work', afterwards: false },
    ...(index < length - 1 ? [{ ...at, when: 'after its work', afterwards: true }] : []),
  ]);

const throttled = () => serviceError('ThrottlingException', 'Rate exceeded');
const whenCalled = (calls: readonly StackCall[]) =>
  calls.flatMap((call) => [
    { call, what: 'is throttled', options: { times: 2 } },
    { call, what: 'loses its answer', options: { afterwards: true } },
  ]);

describe('a stack that is provisioned', () => {
  it('is ready with its Agent, and keeps no token', async () => {
    const { succeeded, traffic } = await provision();

    expect(succeeded).toBe(true);
    expect(account.stack()).toMatchObject({ name: `compass-test-runtime-${owner.id}`, version: 'v2' });
    expect((await lock())?.infrastructure).toMatchObject({ stackId: 'arn:stack', templateVersion: 'v2' });
    expect(tokens).toEqual([expect.stringMatching(/^cmp_rt_/)]);
    expect(traffic).not.toContain(tokens[0]);
    expect(configurationOf()).toBe('{}');
    await expectNoToken();
  });

  it('succeeds although the token cannot be taken out of its parameter, which is useless then', async () => {
    const handlers = stepHandlers(world);
    handlers.forgetToken = async () => {
      throw Object.assign(new Error('denied'), { name: 'DriverFailed' });
    };
    expect(await provision(handlers)).toMatchObject({ succeeded: true, ended: { state: 'Succeeded' } });
    expect(await usableTokens()).toEqual([]);
  });

  it.each(whenCalled(['CreateStack', 'DescribeStacks', 'PutParameter', 'Invoke']))(
    'is ready although $call $what',
    async ({ call, options }) => {
      account.fail(call, throttled(), options);
      expect(await provision()).toMatchObject({ succeeded: true });
      await expectNoToken();
    },
  );

  it('names the first resource that failed, and is gone when the operation has failed', async () => {
    account.flaws.creation = { resource: 'Agent', reason: 'no quota' };
    const { succeeded, steps: taken, ended } = await provision();

    expect(succeeded).toBe(false);
    expect(taken.slice(-5)).toEqual(['SpendToken', 'UndoInfrastructure', 'CheckUndo', 'CheckUndo', 'FailOperation']);
    const message = expect.stringMatching(/ROLLBACK_COMPLETE: Agent \(AWS::Lambda::Function\): no quota$/);
    expect(ended).toMatchObject({ state: 'Failed', lastError: { step: 'CheckInfrastructure', code: 'DriverFailed', message } });
    expect(await conditionOf()).toBe('FAILED');
    await expectNothingLeft();
  });

  it('names what cannot be removed, and a deprovisioning removes it later', async () => {
    account.flaws.creation = { resource: 'Agent', reason: 'no quota' };
    account.flaws.removal = { resource: 'Table', reason: 'it is protected' };
    const { ended } = await provision();

    const message = expect.stringMatching(
      /Agent \(AWS::Lambda::Function\): no quota; CheckUndo failed too: .+ is DELETE_FAILED: Table \(AWS::Lambda::Function\): it is protected$/,
    );
    expect(ended).toMatchObject({ lastError: { step: 'CheckInfrastructure', message } });
    expect(account.stack()?.status).toBe('DELETE_FAILED');
    await expectNoToken();

    account.flaws.removal = undefined;
    expect(await further('deprovision')).toMatchObject({ succeeded: true });
    await expectNothingLeft();
  });

  it('is not waited for longer than the limit of an undo', async () => {
    account.agent = async () => {
      account.stuck = true;
    };
    const before = world.clock().getTime();
    const { ended } = await provision();

    const message = expect.stringMatching(/CheckUndo failed too: the infrastructure was not removed within 900 s$/);
    expect(ended).toMatchObject({ lastError: { step: 'CheckAgent', code: 'AgentNotConnected', message } });
    expect(world.clock().getTime() - before).toBeLessThan(1000 * (60 + timeLimits.undo + 20));
    expect(await lock()).not.toHaveProperty('activeOperationId');
  });

  it('is removed when it is not ready at its deadline', async () => {
    account.stuck = true;
    const handlers = stepHandlers(world);
    const undo = handlers.undoInfrastructure;
    handlers.undoInfrastructure = async (event, context) => {
      account.stuck = false;
      return undo(event, context);
    };
    const { ended } = await provision(handlers);

    expect(ended).toMatchObject({ lastError: { step: 'CheckInfrastructure', message: 'the infrastructure was not ready within 600 s' } });
    await expectNothingLeft();
  });

  it('is removed with the parameters that its Agent writes until it is gone', async () => {
    account.agent = async () => {};
    const handlers = stepHandlers(world);
    const undo = handlers.undoInfrastructure;
    handlers.undoInfrastructure = async (event, context) => {
      const answer = await undo(event, context);
      (account.parameters as Map<string, string>).set(`/${account.stack()?.name}/agent-sealing-key`, 'made again');
      return answer;
    };
    expect(await provision(handlers)).toMatchObject({ ended: { lastError: { step: 'CheckAgent', code: 'AgentNotConnected' } } });
    await expectNothingLeft();
  });

  it.each([
    [
      'CreateStack',
      'ProvisionInfrastructure',
      serviceError('LimitExceededException', 'too many stacks'),
      'a quota of the account is reached',
    ],
    ['DescribeStacks', 'CheckInfrastructure', serviceError('AccessDenied', 'no'), 'CloudFormation denies access'],
    ['PutParameter', 'InjectConfiguration', serviceError('AccessDeniedException', 'no'), 'Systems Manager denies access'],
    ['Invoke', 'InjectConfiguration', serviceError('InvalidRequestContentException', 'no'), 'Lambda refuses'],
  ] as const)('is undone when %s is refused', async (call, step, error, reason) => {
    account.fail(call, error);
    expect(await provision()).toMatchObject({ ended: { lastError: { step, message: expect.stringContaining(reason) } } });
    await expectNothingLeft();
  });

  it.each(whenCalled(['DescribeStackEvents', 'DeleteStack', 'DeleteParameters']))(
    'is undone although $call $what',
    async ({ call, options }) => {
      account.flaws.creation = { resource: 'Agent', reason: 'no quota' };
      account.fail(call, throttled(), options);
      const message = expect.stringMatching(/no quota$/);
      expect(await provision()).toMatchObject({ ended: { lastError: { step: 'CheckInfrastructure', message } } });
      await expectNothingLeft();
    },
  );

  it.each(failuresOf('provision'))('is undone when $state fails $when', async ({ state, afterwards, ...at }) => {
    const { succeeded, ended } = await provision(failingAt(at, afterwards));
    expect(succeeded).toBe(false);
    expect(ended).toMatchObject({ state: 'Failed', lastError: { step: state, message: 'out of order' } });
    await expectNothingLeft();
  });
});

describe('a stack that is deprovisioned', () => {
  beforeEach(provisioned);

  it('goes with its parameters, its Runtime and the credentials', async () => {
    expect(await further('deprovision')).toMatchObject({ succeeded: true });
    await expectNothingLeft();
    expect(await world.registry.find(actor.tenant, owner.id)).toBeUndefined();
    expect(await world.auths.listByOwner(owner)).toEqual([]);
  });

  it.each(whenCalled(['DescribeStacks', 'DeleteStack', 'DeleteParameters']))('goes although $call $what', async ({ call, options }) => {
    account.fail(call, throttled(), options);
    expect(await further('deprovision')).toMatchObject({ succeeded: true });
    await expectNothingLeft();
  });

  it('stays, with the name of what could not be removed, until a further deprovisioning succeeds', async () => {
    account.flaws.removal = { resource: 'Bus', reason: 'it has rules' };
    const message = expect.stringMatching(/ is DELETE_FAILED: Bus \(AWS::Lambda::Function\): it has rules$/);
    expect(await further('deprovision')).toMatchObject({ ended: { state: 'Failed', lastError: { step: 'CheckRemoval', message } } });
    expect(await conditionOf()).toBe('FAILED');
    account.flaws.removal = undefined;
    expect(await further('deprovision')).toMatchObject({ succeeded: true });
    await expectNothingLeft();
  });

  it.each(failuresOf('deprovision'))('goes by a further deprovisioning when $state fails $when', async ({ state, afterwards, ...at }) => {
    expect(await further('deprovision', failingAt(at, afterwards))).toMatchObject({
      ended: { state: 'Failed', lastError: { step: state } },
    });
    expect(await further('deprovision')).toMatchObject({ succeeded: true });
    await expectNothingLeft();
  });
});

describe('a stack that is upgraded', () => {
  beforeEach(async () => {
    await provisioned();
    Object.assign(account.stack() ?? {}, { version: 'v1' });
  });

  async function expectAsBefore(version: string): Promise<void> {
    expect(account.stack()).toMatchObject({ version });
    expect(await conditionOf()).toBe('CONNECTED');
    expect(configurationOf()).toBe('{}');
    expect(tokens).toHaveLength(1);
    expect(await lock()).not.toHaveProperty('activeOperationId');
  }

  it('has the newest version, and its Agent goes on', async () => {
    expect(await further('upgrade')).toMatchObject({ succeeded: true });
    await expectAsBefore('v2');
    expect((await lock())?.infrastructure).toMatchObject({ templateVersion: 'v2' });
  });

  it('stays as it is if it has the newest version', async () => {
    Object.assign(account.stack() ?? {}, { version: 'v2' });
    expect(await further('upgrade')).toMatchObject({ succeeded: true });
    await expectAsBefore('v2');
  });

  it('runs on as before if a resource fails, which is named, and can be upgraded later', async () => {
    account.flaws.update = { resource: 'Agent', reason: 'the code is too large' };
    const message = expect.stringMatching(/UPDATE_ROLLBACK_COMPLETE: Agent \(AWS::Lambda::Function\): the code is too large$/);
    expect(await further('upgrade')).toMatchObject({ ended: { state: 'Failed', lastError: { step: 'CheckUpgrade', message } } });
    await expectAsBefore('v1');
    account.flaws.update = undefined;
    expect(await further('upgrade')).toMatchObject({ succeeded: true });
    await expectAsBefore('v2');
  });

  it.each(whenCalled(['DescribeStacks', 'UpdateStack']))('has the newest version although $call $what', async ({ call, options }) => {
    account.fail(call, throttled(), options);
    expect(await further('upgrade')).toMatchObject({ succeeded: true });
    await expectAsBefore('v2');
  });

  it.each(failuresOf('upgrade'))('is upgraded by a further upgrade when $state fails $when', async ({ state, afterwards, ...at }) => {
    expect(await further('upgrade', failingAt(at, afterwards))).toMatchObject({ ended: { state: 'Failed', lastError: { step: state } } });
    expect(await conditionOf()).toBe('CONNECTED');
    expect(await further('upgrade')).toMatchObject({ succeeded: true });
    await expectAsBefore('v2');
  });
});

describe('the Agent of a stack that is reconnected', () => {
  beforeEach(provisioned);

  async function expectReconnected(): Promise<void> {
    expect(account.stack()).toMatchObject({ version: 'v2' });
    expect(await conditionOf()).toBe('CONNECTED');
    expect(configurationOf()).toBe('{}');
    await expectNoToken();
    expect(await lock()).not.toHaveProperty('activeOperationId');
  }

  it('gets a fresh token of its System Auth, and is awaited', async () => {
    const { succeeded, steps: taken, traffic } = await further('reconnect');

    expect(succeeded).toBe(true);
    expect(taken).toEqual(['ObtainToken', 'InjectConfiguration', 'CheckAgent', 'DiscardToken', 'ForgetToken', 'FinishOperation']);
    expect(tokens).toHaveLength(2);
    expect(traffic).not.toContain(tokens[1]);
    expect((await world.auths.listByOwner(owner)).map(({ id }) => id)).toEqual([authId]);
    await expectReconnected();
  });

  it('gets another token each time, however soon it is reconnected again', async () => {
    for (const _ of ['first', 'second', 'third']) {
      expect(await further('reconnect')).toMatchObject({ succeeded: true });
      world.pass(1);
    }
    expect(new Set(tokens).size).toBe(4);
    await expectReconnected();
  });

  it('keeps its stack when it does not come, and comes by a further attempt', async () => {
    const { agent } = account;
    account.agent = async (configuration) => void tokens.push(JSON.parse(configuration).TOKEN);
    const failure = { state: 'Failed', lastError: { step: 'CheckAgent', code: 'AgentNotConnected' } };
    expect(await further('reconnect')).toMatchObject({ succeeded: false, ended: failure });
    await expectReconnected();
    account.agent = agent;
    expect(await further('reconnect')).toMatchObject({ succeeded: true });
    await expectReconnected();
  });

  it('is not woken if it comes by itself before', async () => {
    const operation = await startReconnecting(owner.id, actor, undefined, world);
    await seen(world, owner, authId);
    expect(await run('reconnect', operation)).toMatchObject({ succeeded: true });
    expect(tokens).toHaveLength(1);
    await expectReconnected();
  });

  it.each(whenCalled(['DescribeStacks', 'PutParameter', 'Invoke']))('comes although $call $what', async ({ call, options }) => {
    account.fail(call, throttled(), options);
    expect(await further('reconnect')).toMatchObject({ succeeded: true });
    await expectReconnected();
  });

  it.each(failuresOf('reconnect'))('comes by a further attempt when $state fails $when', async ({ state, afterwards, ...at }) => {
    expect(await further('reconnect', failingAt(at, afterwards))).toMatchObject({ ended: { state: 'Failed', lastError: { step: state } } });
    await expectReconnected();
    expect(await further('reconnect')).toMatchObject({ succeeded: true });
    await expectReconnected();
  });
});
