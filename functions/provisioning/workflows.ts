import type { StepName } from './steps.ts';

/** A state of a workflow: a call of a step. A step may serve several states. */
export interface WorkflowState {
  /** Its name in the state machine, and in the operation's `lastError`. */
  readonly state: string;
  readonly step: StepName;
  /**
   * The check that repeats, after pauses, until its answer is `ready`. Its states are `Check<name>`, `Is<name>Ready` and `WaitFor<name>`; the
   * answer of the step before it has the deadline, at which the check fails.
   */
  readonly until?: { readonly name: string; readonly check: StepName };
  /** Makes its failure end nothing, after patient retries: the goal is reached without it. The failure is noted under `$.cleanup.<state>`. */
  readonly mayFail?: true;
}

export interface Workflow {
  /** The first sentence about it, for the console. */
  readonly comment: string;
  /** The name of the error of a failed execution. */
  readonly error: string;
  /** The main states. A failure is stored under `$.failure.<state>`, and the clean-up begins. */
  readonly forward: readonly WorkflowState[];
  /** The states after a failure. Their own failures are noted under `$.cleanup.<state>` and never hide the first one. */
  readonly cleanUp: readonly WorkflowState[];
}

/**
 * The workflows. Their input is `{tenant, operationId, runtimeId}`; everything else is read from the table by each step. FinishOperation ends an
 * operation as Succeeded and frees the Runtime for the next one. After the clean-up, FailOperation ends it as Failed, with the state and the
 * reason, and frees the Runtime; the execution ends as failed.
 */
export const workflows = {
  provision: {
    comment: 'Provisions a Runtime',
    error: 'ProvisioningFailed',
    forward: [
      // The Runtime appears in the registry, in its formations, as PROVISIONING.
      { state: 'RegisterRuntime', step: 'registerRuntime' },
      // Its configuration is read from the registry and kept for the driver.
      { state: 'FetchConfiguration', step: 'fetchConfiguration' },
      // A one-time token goes into the agent-configuration secret. It never enters the state.
      { state: 'ObtainToken', step: 'obtainToken' },
      // The driver begins to build the infrastructure.
      {
        state: 'ProvisionInfrastructure',
        step: 'provisionInfrastructure',
        until: { name: 'Infrastructure', check: 'checkInfrastructure' },
      },
      // The token is replaced if building took so long that it would expire before the Agent used it.
      { state: 'RefreshToken', step: 'obtainToken' },
      // The driver hands the agent configuration to the Runtime Agent. It is ready once the Runtime is CONNECTED.
      { state: 'InjectConfiguration', step: 'injectConfiguration', until: { name: 'Agent', check: 'checkAgent' } },
      // The token stops working if the Agent connected without it, and the agent-configuration secret is deleted.
      { state: 'DiscardToken', step: 'spendToken', mayFail: true },
      // The driver takes the token out of what it handed to the Runtime Agent.
      { state: 'ForgetToken', step: 'forgetToken', mayFail: true },
      { state: 'FinishOperation', step: 'finishOperation' },
    ],
    cleanUp: [
      // The token stops working and the agent-configuration secret is deleted.
      { state: 'SpendToken', step: 'spendToken' },
      // The driver removes what it had built. It is waited for, so that the failure tells what could not be removed.
      { state: 'UndoInfrastructure', step: 'undoInfrastructure', until: { name: 'Undo', check: 'checkRemoval' } },
    ],
  },

  /** A repeated deprovisioning continues a failed one, since every step tolerates missing objects. */
  deprovision: {
    comment: 'Removes a provisioned Runtime',
    error: 'DeprovisioningFailed',
    forward: [
      // The driver begins to remove the infrastructure with its Runtime Agent.
      { state: 'RemoveInfrastructure', step: 'removeInfrastructure', until: { name: 'Removal', check: 'checkRemoval' } },
      // The agent-configuration secret is deleted.
      { state: 'SpendToken', step: 'spendToken' },
      // The Runtime leaves the registry with its formations and credentials.
      { state: 'UnregisterRuntime', step: 'unregisterRuntime' },
      { state: 'FinishOperation', step: 'finishOperation' },
    ],
    cleanUp: [],
  },

  /** Reconnects the Agent of a Runtime with a new token. The first two states do nothing once the Agent made contact since the operation began. */
  reconnect: {
    comment: 'Reconnects the Agent of a Runtime',
    error: 'ReconnectingFailed',
    forward: [
      // A one-time token of the System Auth that was in use last goes into the agent-configuration secret.
      { state: 'ObtainToken', step: 'obtainToken' },
      // The driver hands the agent configuration to the Runtime Agent. It is ready once it was seen.
      { state: 'InjectConfiguration', step: 'injectConfiguration', until: { name: 'Agent', check: 'checkAgent' } },
      // The token stops working if the Agent came back without it, and the agent-configuration secret is deleted.
      { state: 'DiscardToken', step: 'spendToken', mayFail: true },
      // The driver takes the token out of what it handed to the Runtime Agent.
      { state: 'ForgetToken', step: 'forgetToken', mayFail: true },
      { state: 'FinishOperation', step: 'finishOperation' },
    ],
    cleanUp: [
      { state: 'SpendToken', step: 'spendToken' },
      { state: 'WithdrawToken', step: 'forgetToken' },
    ],
  },

  /** Moves a Runtime to the newest version of its infrastructure. If that fails, the driver leaves it as it was. */
  upgrade: {
    comment: 'Moves a Runtime to the newest version',
    error: 'UpgradingFailed',
    forward: [
      // The driver begins to change the infrastructure.
      { state: 'UpgradeInfrastructure', step: 'upgradeInfrastructure', until: { name: 'Upgrade', check: 'checkUpgrade' } },
      { state: 'FinishOperation', step: 'finishOperation' },
    ],
    cleanUp: [],
  },
} as const satisfies Record<string, Workflow>;

export type WorkflowName = keyof typeof workflows;

/** The step that ends a failed operation, after the clean-up of every workflow. It reads the failures from the state. */
export const reportFailure = { state: 'FailOperation', step: 'failOperation' } as const satisfies WorkflowState;

/** The steps that a workflow runs, each once. */
export function stepsOf({ forward, cleanUp }: Workflow): StepName[] {
  const states: readonly WorkflowState[] = [...forward, ...cleanUp, reportFailure];
  const checks = states.flatMap(({ until }) => (until ? [until.check] : []));
  return [...new Set([...states.map(({ step }) => step), ...checks])];
}
