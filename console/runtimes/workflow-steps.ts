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

/** Steps that run beside the others or after a failure, by their names. */
const furtherTitles: Readonly<Record<string, string>> = {
  DiscardToken: 'Delete what is left of the token',
  ForgetToken: 'Take the token from the Agent',
  WithdrawToken: 'Take the token from the Agent',
  SpendToken: 'Delete what is left of the token',
  UndoInfrastructure: 'Remove what was built',
  FailOperation: 'Finish',
};

type StepState = 'done' | 'failed' | 'running' | 'open';

export interface TimelineStep {
  readonly name: string;
  readonly title: string;
  readonly state: StepState;
  /** Whole seconds that it took, once it has ended. */
  readonly seconds?: number;
}

interface ToldStep {
  readonly name: string;
  readonly state: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

interface Operation {
  readonly operation: string;
  readonly state: string;
  readonly lastError: { readonly component: string | null } | null;
  readonly steps: readonly ToldStep[] | null;
}

const toldStates: Readonly<Record<string, StepState>> = { Succeeded: 'done', Failed: 'failed', InProgress: 'running' };

/**
 * The steps of an operation: those that have begun, as the API tells them, and while it runs those to come. Of an operation of an earlier release,
 * which tells none, what its state says of them; none of an operation whose steps are not known.
 */
export function timelineOf(operation: Operation): TimelineStep[] {
  const told = operation.steps ?? [];
  if (told.length === 0) return derivedTimeline(operation);
  const known = steps[operation.operation] ?? [];
  const titles = new Map(known);
  const begun = told.map((step) => toldStep(step, titles.get(step.name) ?? furtherTitles[step.name] ?? step.name));
  const isActive = operation.state === 'InProgress' || operation.state === 'Pending';
  const last = known.findLastIndex(([name]) => told.some((step) => step.name === name));
  const toCome = isActive ? known.slice(last + 1).map(([name, title]) => ({ name, title, state: 'open' as const })) : [];
  return [...begun, ...toCome];
}

function toldStep({ name, state, startedAt, finishedAt }: ToldStep, title: string): TimelineStep {
  const seconds = finishedAt === null ? undefined : Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return { name, title, state: toldStates[state] ?? 'running', ...(seconds !== undefined && { seconds }) };
}

/** States of a workflow that wait for the end of a step: `CheckAgent` belongs to the step before it. */
const stepOfCheck: Readonly<Record<string, string>> = {
  Infrastructure: 'ProvisionInfrastructure',
  Agent: 'InjectConfiguration',
  Upgrade: 'UpgradeInfrastructure',
  Removal: 'RemoveInfrastructure',
};

function derivedTimeline({ operation, state, lastError }: Operation): TimelineStep[] {
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
