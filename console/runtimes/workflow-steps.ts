/** Steps of the workflows, in their order, as the reason of a failed operation names them. */
const steps: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Provision: [
    ['RegisterRuntime', 'Register the Runtime'],
    ['FetchConfiguration', 'Read its configuration'],
    ['ObtainToken', 'Make a one-time token'],
    ['ProvisionInfrastructure', 'Build the infrastructure'],
    ['RefreshToken', 'Renew the token if it took long'],
    ['InjectConfiguration', 'Hand the configuration to the Agent, and wait for it'],
    ['FinishOperation', 'Finish'],
  ],
  Upgrade: [
    ['UpgradeInfrastructure', 'Change the infrastructure'],
    ['FinishOperation', 'Finish'],
  ],
  ReconnectRuntime: [
    ['ObtainToken', 'Make a one-time token'],
    ['InjectConfiguration', 'Hand the configuration to the Agent, and wait for it'],
    ['FinishOperation', 'Finish'],
  ],
  Deprovision: [
    ['RemoveInfrastructure', 'Remove the infrastructure'],
    ['SpendToken', 'Delete what is left of a token'],
    ['UnregisterRuntime', 'Unregister the Runtime'],
    ['FinishOperation', 'Finish'],
  ],
};

type StepState = 'done' | 'failed' | 'open';

export interface TimelineStep {
  readonly name: string;
  readonly title: string;
  readonly state: StepState;
}

interface Operation {
  readonly operation: string;
  readonly state: string;
  readonly lastError: { readonly component: string | null } | null;
}

/** States of a workflow that wait for the end of a step: `CheckAgent` belongs to the step before it. */
const stepOfCheck: Readonly<Record<string, string>> = {
  Infrastructure: 'ProvisionInfrastructure',
  Agent: 'InjectConfiguration',
  Upgrade: 'UpgradeInfrastructure',
  Removal: 'RemoveInfrastructure',
};

/** The steps of an operation, as far as its state tells of them; none of an operation whose steps are not known. */
export function timelineOf({ operation, state, lastError }: Operation): TimelineStep[] {
  const known = steps[operation] ?? [];
  const component = lastError?.component ?? '';
  const waited = /^(?:Check|Is|WaitFor)(Infrastructure|Agent|Upgrade|Removal)/.exec(component)?.[1];
  const failed = waited === undefined ? component : stepOfCheck[waited];
  const at = known.findIndex(([name]) => name === failed);
  const stateAt = (index: number): StepState => {
    if (state === 'Succeeded') return 'done';
    if (state !== 'Failed' || at < 0) return 'open';
    return index < at ? 'done' : index === at ? 'failed' : 'open';
  };
  return known.map(([name, title], index) => ({ name, title, state: stateAt(index) }));
}
