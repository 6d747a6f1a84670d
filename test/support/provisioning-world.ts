import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { StateMachine } from 'aws-local-stepfunctions';
import { directorRegistry } from '#functions/provisioning/director-registry.ts';
import { stepEnvironments } from '#functions/provisioning/env.ts';
import { handlersOf } from '#functions/provisioning/step-handlers.ts';
import type { StepModule, StepName } from '#functions/provisioning/steps.ts';
import type { WorkflowName } from '#functions/provisioning/workflows.ts';
import { tenantActorNamed, type UserActor } from '#shared/core/actor.ts';
import { type Clock, later, minutes, seconds } from '#shared/core/clock.ts';
import type { JsonObject } from '#shared/core/json.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { issueTokenForReturn } from '#shared/pairing/reissue-one-time-token.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import type { AgentConfiguration, AgentConfigurationStore } from '#shared/provisioning/agent-configuration.ts';
import { type BuiltStack, type RuntimeDriver, type RuntimeEnvironment, runtimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import type { TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import type { WorkflowInput } from '#shared/provisioning/workflow-starter.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import type { Dynamo } from '#test/support/engines.ts';
import { type Definition, stepOf, workflowDefinitions } from '#test/support/workflow-definitions.ts';

/** A stack that a driver finds ready. */
export const aBuiltStack = (templateVersion = 'v1'): BuiltStack => ({
  stackId: 'arn:stack',
  consoleUrl: 'https://console.example.com/stack',
  templateVersion,
  outputs: { EventsUrl: 'https://events.example.com', TemplateVersion: templateVersion },
});

type Handler = (event: never, context: Context) => Promise<unknown>;

/** A driver that builds nothing and counts how often it was asked; tests replace single methods to make it fail. */
function fakeDriver() {
  const places = new Map<string, RuntimeEnvironment>();
  const configured = new Map<string, AgentConfiguration>();
  const driver: RuntimeDriver = {
    provision: async (place) => void places.set(place.runtimeId, place),
    check: async () => 'ready',
    configure: async ({ runtimeId }, configuration) => void configured.set(runtimeId, configuration),
    forgetToken: async () => undefined,
    upgrade: async () => undefined,
    checkUpgraded: async () => 'ready',
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
    drivers: { fake: (parameters: JsonObject) => parameters },
    connectorUrl: 'https://compass.test/connector/graphql',
    started,
    startWorkflow: async (operation: string, input: WorkflowInput) => void started.push({ operation, input }),
  };
}

/** The handlers of the steps as functions/provisioning composes them, on the world's parts. */
export function stepHandlers(world: World): Record<StepName, Handler> {
  const log = { info: () => undefined, error: () => undefined };
  const deps = { ...world, drivers: runtimeDrivers({ fake: world.driver }) };
  const modules = Object.keys(stepEnvironments) as StepModule[];
  return Object.assign({}, ...modules.map((module) => handlersOf(module, deps, () => log)));
}

export interface Run {
  readonly succeeded: boolean;
  /** The states in the order in which their tasks were called, repetitions included. */
  readonly steps: readonly string[];
  /** Everything that went through the state machine, as text. */
  readonly traffic: string;
}

const definitions = workflowDefinitions();

/** Interprets a workflow with the given handlers of its steps. Waiting and retrying takes no time, but moves the world's clock. */
export async function runWorkflow(
  kind: WorkflowName,
  input: WorkflowInput,
  world: World,
  handlers: Record<string, Handler> = stepHandlers(world),
): Promise<Run> {
  const definition: Definition = definitions[kind];
  const names = Object.entries(definition.States);
  const steps: string[] = [];
  const traffic: unknown[] = [];
  const handlersOfStates = Object.fromEntries(
    names
      .filter(([, state]) => state.Type === 'Task')
      .map(([name, state]) => [
        name,
        async (event: unknown) => {
          steps.push(name);
          traffic.push(event);
          const result = (await handlers[stepOf(state)]?.(event as never, {} as Context)) ?? null;
          traffic.push(result);
          const { waitSeconds = 0 } = (result ?? {}) as { waitSeconds?: number };
          world.pass(waitSeconds);
          return result;
        },
      ]),
  );
  const zero = (wanted: string) => Object.fromEntries(names.filter(([, { Type }]) => Type === wanted).map(([name]) => [name, 0]));
  const { result } = new StateMachine(definition as never).run({ ...input } as never, {
    overrides: {
      taskResourceLocalHandlers: handlersOfStates as never,
      waitTimeOverrides: zero('Wait'),
      retryIntervalOverrides: zero('Task'),
    },
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
