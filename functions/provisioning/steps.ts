import type * as z from 'zod';
import type { Clock } from '#shared/core/clock.ts';
import type { AgentConfigurationStore } from '#shared/provisioning/agent-configuration.ts';
import type { OperationRepository } from '#shared/provisioning/operation-repository.ts';
import type { RuntimeDriver, RuntimeDrivers } from '#shared/provisioning/runtime-driver.ts';
import type { RuntimeRegistry, TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import { checkInput, failureInput, type StepInput, stepInput } from '#shared/provisioning/step-inputs.ts';
import { checkAgent, forgetToken, injectConfiguration } from '#shared/provisioning/tasks/connect-agent.ts';
import { failOperation, finishOperation } from '#shared/provisioning/tasks/end-operation.ts';
import { fetchRuntimeConfiguration } from '#shared/provisioning/tasks/fetch-configuration.ts';
import {
  checkInfrastructure,
  checkRemoval,
  checkUpgrade,
  provisionInfrastructure,
  removeInfrastructure,
  undoInfrastructure,
  upgradeInfrastructure,
} from '#shared/provisioning/tasks/infrastructure.ts';
import { obtainToken } from '#shared/provisioning/tasks/obtain-token.ts';
import { registerProvisionedRuntime } from '#shared/provisioning/tasks/register-runtime.ts';
import { spendToken } from '#shared/provisioning/tasks/spend-token.ts';
import { unregisterProvisionedRuntime } from '#shared/provisioning/tasks/unregister-runtime.ts';

interface Common {
  readonly operations: OperationRepository;
  readonly clock: Clock;
}

/** The dependencies of the steps of each module. The module of this name, in this folder, exports their handlers. */
export interface ModuleDeps {
  readonly registry: Common & { readonly registry: RuntimeRegistry };
  readonly drivers: Common & {
    readonly registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>;
    readonly drivers: RuntimeDrivers;
    readonly configurations: AgentConfigurationStore;
  };
  readonly tokens: Common & {
    readonly registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>;
    readonly tokens: TokenIssuer;
    readonly configurations: AgentConfigurationStore;
    readonly connectorUrl: string;
  };
  readonly 'clean-up': Common & {
    readonly tokens: Pick<TokenIssuer, 'spend'>;
    readonly configurations: AgentConfigurationStore;
  };
}

export type StepModule = keyof ModuleDeps;

type TableAction = 'ConditionCheckItem' | 'DeleteItem' | 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem';
type SecretAction = 'CreateSecret' | 'DeleteSecret' | 'GetSecretValue' | 'PutSecretValue';

interface Rights {
  /** Actions on the items of the table; `registry` for everything that can be done with registered objects. */
  readonly table: readonly TableAction[] | 'registry';
  /** Actions on the agent configurations. */
  readonly secrets: readonly SecretAction[];
  /** The call of a runtime driver that the step makes; it has its rights. */
  readonly driver?: keyof RuntimeDriver;
}

/** Checks at compile time that the input is what the use case takes, and that the module has what it depends on. */
const step = <M extends StepModule, I extends z.ZodType<StepInput, StepInput>>(
  module: M,
  input: I,
  run: (input: z.output<I>, deps: ModuleDeps[M]) => Promise<unknown>,
  rights: Rights,
) => ({ module, input, run, rights });

/**
 * The steps of the workflows. Each is a function with a role of its own, which may do what is written here: its environment, its resources and
 * its handler follow from this table. `workflows.ts` says in which order they run.
 */
export const steps = {
  registerRuntime: step('registry', stepInput, registerProvisionedRuntime, { table: 'registry', secrets: [] }),
  fetchConfiguration: step('registry', stepInput, fetchRuntimeConfiguration, { table: ['GetItem', 'PutItem', 'UpdateItem'], secrets: [] }),
  obtainToken: step('tokens', stepInput, obtainToken, {
    table: ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    secrets: ['CreateSecret', 'PutSecretValue'],
  }),
  provisionInfrastructure: step('drivers', stepInput, provisionInfrastructure, {
    table: ['GetItem', 'UpdateItem'],
    secrets: [],
    driver: 'provision',
  }),
  checkInfrastructure: step('drivers', checkInput, checkInfrastructure, {
    table: ['GetItem', 'PutItem'],
    secrets: [],
    driver: 'check',
  }),
  injectConfiguration: step('drivers', stepInput, injectConfiguration, {
    table: ['GetItem', 'Query', 'UpdateItem'],
    secrets: ['GetSecretValue'],
    driver: 'configure',
  }),
  checkAgent: step('registry', checkInput, checkAgent, { table: ['GetItem', 'Query'], secrets: [] }),
  forgetToken: step('drivers', stepInput, forgetToken, { table: ['GetItem', 'UpdateItem'], secrets: [], driver: 'forgetToken' }),
  finishOperation: step('registry', stepInput, finishOperation, { table: ['GetItem', 'PutItem', 'UpdateItem'], secrets: [] }),
  undoInfrastructure: step('drivers', stepInput, undoInfrastructure, { table: ['GetItem', 'UpdateItem'], secrets: [], driver: 'remove' }),
  spendToken: step('clean-up', stepInput, spendToken, { table: ['GetItem', 'UpdateItem'], secrets: ['DeleteSecret'] }),
  failOperation: step('registry', failureInput, failOperation, { table: ['GetItem', 'PutItem'], secrets: [] }),
  removeInfrastructure: step('drivers', stepInput, removeInfrastructure, {
    table: ['GetItem', 'PutItem', 'UpdateItem'],
    secrets: [],
    driver: 'remove',
  }),
  checkRemoval: step('drivers', checkInput, checkRemoval, { table: ['GetItem'], secrets: [], driver: 'checkRemoved' }),
  upgradeInfrastructure: step('drivers', stepInput, upgradeInfrastructure, {
    table: ['GetItem', 'PutItem', 'UpdateItem'],
    secrets: [],
    driver: 'upgrade',
  }),
  checkUpgrade: step('drivers', checkInput, checkUpgrade, { table: ['GetItem', 'PutItem'], secrets: [], driver: 'checkUpgraded' }),
  unregisterRuntime: step('registry', stepInput, unregisterProvisionedRuntime, { table: 'registry', secrets: [] }),
} as const;

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as StepName[];

/** The name of a step's function, as in `register-runtime`. */
export const functionNameOf = (name: StepName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
