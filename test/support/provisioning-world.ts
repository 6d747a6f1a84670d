import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { StateMachine } from 'aws-local-stepfunctions';
import { directorRegistry } from '#functions/provisioning/registry.ts';
import { tenantActorNamed, type UserActor } from '#shared/core/actor.ts';
import { type Clock, later, minutes, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { checkSubject, failureSubject, taskHandler, taskSubject } from '#shared/lambda/task-handler.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { issueTokenForReturn } from '#shared/pairing/reissue-one-time-token.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import type { AgentConfiguration, AgentConfigurationStore } from '#shared/provisioning/agent-configuration.ts';
import { type Place, type RuntimeDriver, runtimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import type { TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import { checkAgent, injectConfiguration } from '#shared/provisioning/tasks/connect-agent.ts';
import { failOperation, finishOperation } from '#shared/provisioning/tasks/end-operation.ts';
import { fetchRuntimeConfiguration } from '#shared/provisioning/tasks/fetch-configuration.ts';
import {
  checkInfrastructure,
  checkRemoval,
  provisionInfrastructure,
  removeInfrastructure,
  undoInfrastructure,
} from '#shared/provisioning/tasks/infrastructure.ts';
import { obtainToken } from '#shared/provisioning/tasks/obtain-token.ts';
import { registerProvisionedRuntime } from '#shared/provisioning/tasks/register-runtime.ts';
import { spendToken } from '#shared/provisioning/tasks/spend-token.ts';
import { unregisterProvisionedRuntime } from '#shared/provisioning/tasks/unregister-runtime.ts';
import type { WorkflowInput } from '#shared/provisioning/workflow-starter.ts';
import type { TaskName } from '#shared/provisioning/workflow-tasks.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import type { Dynamo } from '#test/support/engines.ts';
import { type Definition, taskOf, workflowDefinitions } from '#test/support/workflow-definitions.ts';

type Task = (event: never, context: Context) => Promise<unknown>;

/** A driver that builds nothing and counts how often it was asked; tests replace single methods to make it fail. */
function fakeDriver() {
  const places = new Map<string, Place>();
  const configured = new Map<string, AgentConfiguration>();
  const driver: RuntimeDriver = {
    provision: async (place) => void places.set(place.runtimeId, place),
    check: async () => 'ready',
    configure: async ({ runtimeId }, configuration) => void configured.set(runtimeId, configuration),
    remove: async ({ runtimeId }) => void places.delete(runtimeId),
    checkRemoved: async ({ runtimeId }) => (places.has(runtimeId) ? 'pending' : 'ready'),
  };
  return { ...driver, places, configured };
}

function memoryConfigurations(): AgentConfigurationStore & { readonly stored: Map<string, AgentConfiguration> } {
  const stored = new Map<string, AgentConfiguration>();
  return {
    stored,
    save: async (configuration) => void stored.set(configuration.RUNTIME_ID, configuration),
    find: async (runtimeId) => stored.get(runtimeId),
    delete: async (runtimeId) => void stored.delete(runtimeId),
  };
}

export const anAdministrator = (tenant = tenantId(randomUUID())): UserActor => ({
  kind: 'user',
  id: 'admin',
  tenant,
  scopes: new Set(['runtime:read', 'runtime:write']),
});

export type World = ReturnType<typeof provisioningWorld>;

/** Everything around the provisioning use cases: a real table, the real registry and tokens, a clock that tests move, fake places. */
export function provisioningWorld({ table }: Pick<Dynamo, 'table'>) {
  let now = new Date('2030-01-01T00:00:00.000Z');
  const clock: Clock = () => now;
  const auths = dynamoSystemAuths(table);
  const tokens: TokenIssuer = {
    issue: (owner, changedBy) =>
      issueOneTimeToken(owner, tenantActorNamed(changedBy), { auths, clock, lifetimes: { application: minutes(5), runtime: minutes(60) } }),
    issueForReturn: (owner, changedBy) =>
      issueTokenForReturn(owner, tenantActorNamed(changedBy), {
        auths,
        clock,
        lifetimes: { application: minutes(5), runtime: minutes(60) },
      }),
    spend: (owner, authId) => spendOneTimeToken(owner, authId, { auths }),
  };
  const driver = fakeDriver();
  const started: { operation: string; input: WorkflowInput }[] = [];
  return {
    clock,
    pass: (secondsPassed: number) => {
      now = later(now, seconds(secondsPassed));
    },
    auths,
    tokens,
    driver,
    configurations: memoryConfigurations(),
    operations: dynamoOperations(table),
    registry: directorRegistry(table, clock),
    drivers: ['fake'],
    connectorUrl: 'https://compass.test/connector/graphql',
    started,
    startWorkflow: async (operation: string, input: WorkflowInput) => void started.push({ operation, input }),
  };
}

/** The handlers of the tasks as functions/provisioning composes them, on the world's parts. */
export function taskHandlers(world: World): Record<TaskName, Task> {
  const log = { info: () => undefined, error: () => undefined };
  const deps = { ...world, drivers: runtimeDrivers({ fake: world.driver }) };
  const subject = <R>(run: (input: WorkflowInput, given: typeof deps) => Promise<R>) =>
    taskHandler(log, taskSubject, (input) => run(input, deps)) as Task;
  const check = <R>(run: (input: WorkflowInput & { deadline: string }, given: typeof deps) => Promise<R>) =>
    taskHandler(log, checkSubject, (input) => run(input, deps)) as Task;
  return {
    'register-runtime': subject(registerProvisionedRuntime),
    'fetch-configuration': subject(fetchRuntimeConfiguration),
    'obtain-token': subject(obtainToken),
    'provision-infrastructure': subject(provisionInfrastructure),
    'check-infrastructure': check(checkInfrastructure),
    'inject-configuration': subject(injectConfiguration),
    'check-agent': check(checkAgent),
    'finish-operation': subject(finishOperation),
    'undo-infrastructure': subject(undoInfrastructure),
    'spend-token': subject(spendToken),
    'fail-operation': taskHandler(log, failureSubject, (input) => failOperation(input, deps)) as Task,
    'remove-infrastructure': subject(removeInfrastructure),
    'check-removal': check(checkRemoval),
    'unregister-runtime': subject(unregisterProvisionedRuntime),
  };
}

export interface Run {
  readonly succeeded: boolean;
  /** The states in the order in which their tasks were called, repetitions included. */
  readonly steps: readonly string[];
  /** Everything that went through the state machine, as text. */
  readonly traffic: string;
}

const definitions = workflowDefinitions();

/** Interprets a workflow with the given tasks. Waiting and retrying takes no time, but moves the world's clock. */
export async function runWorkflow(
  kind: keyof typeof definitions,
  input: WorkflowInput,
  world: World,
  tasks: Record<string, Task> = taskHandlers(world),
): Promise<Run> {
  const definition: Definition = definitions[kind];
  const names = Object.entries(definition.States);
  const steps: string[] = [];
  const traffic: unknown[] = [];
  const handlers = Object.fromEntries(
    names
      .filter(([, state]) => state.Type === 'Task')
      .map(([name, state]) => [
        name,
        async (event: unknown) => {
          steps.push(name);
          traffic.push(event);
          const result = (await tasks[taskOf(state)]?.(event as never, {} as Context)) ?? null;
          traffic.push(result);
          const { waitSeconds = 0 } = (result ?? {}) as { waitSeconds?: number };
          world.pass(waitSeconds);
          return result;
        },
      ]),
  );
  const zero = (wanted: string) => Object.fromEntries(names.filter(([, { Type }]) => Type === wanted).map(([name]) => [name, 0]));
  const { result } = new StateMachine(definition as never).run({ ...input } as never, {
    overrides: { taskResourceLocalHandlers: handlers as never, waitTimeOverrides: zero('Wait'), retryIntervalOverrides: zero('Task') },
  });
  const succeeded = await result.then(
    (output) => {
      traffic.push(output);
      return true;
    },
    () => false,
  );
  return { succeeded, steps, traffic: JSON.stringify(traffic) };
}
