import { describe, expect, it } from 'vitest';
import { timelineOf } from '#console/runtimes/workflow-steps.ts';
import { reportFailure, type Workflow, workflows } from '#functions/provisioning/workflows.ts';

const operations = { Provision: 'provision', Upgrade: 'upgrade', ReconnectRuntime: 'reconnect', Deprovision: 'deprovision' } as const;

describe.each(Object.entries(operations))('the timeline of %s', (operation, workflow) => {
  const forward: Workflow['forward'] = workflows[workflow].forward;

  it('has the steps of the workflow without those that may fail', () => {
    const names = timelineOf({ operation, state: 'Succeeded', lastError: null, steps: null }).map(({ name }) => name);
    expect(names).toEqual(forward.filter(({ mayFail }) => !mayFail).map(({ state }) => state));
  });

  it('shows the step whose check failed', () => {
    for (const { state, until } of forward) {
      const component = until ? `Check${until.name}` : state;
      const failed = timelineOf({ operation, state: 'Failed', lastError: { component }, steps: null }).filter(
        (step) => step.state === 'failed',
      );
      if (timelineOf({ operation, state: 'Failed', lastError: null, steps: null }).some(({ name }) => name === state))
        expect(failed).toMatchObject([{ name: state }]);
    }
  });
});

describe('the timeline of an operation with steps', () => {
  const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString();
  const step = (name: string, state: string, from: number, to?: number) => ({
    name,
    state,
    startedAt: at(from),
    finishedAt: to === undefined ? null : at(to),
  });

  it('has how long each took, the one that runs, and those to come', () => {
    const steps = [step('RegisterRuntime', 'Succeeded', 0, 1), step('FetchConfiguration', 'InProgress', 1)];
    const timeline = timelineOf({ operation: 'Provision', state: 'InProgress', lastError: null, steps });
    expect(timeline.slice(0, 3)).toMatchObject([
      { name: 'RegisterRuntime', state: 'done', seconds: 1 },
      { name: 'FetchConfiguration', state: 'running' },
      { name: 'ObtainToken', state: 'open' },
    ]);
    expect(timeline.at(-1)).toMatchObject({ name: 'FinishOperation', state: 'open' });
  });

  it('ends after a failure with the steps of the clean-up, by titles of their own', () => {
    const steps = [
      step('RegisterRuntime', 'Succeeded', 0, 1),
      step('ProvisionInfrastructure', 'Failed', 1, 31),
      step('SpendToken', 'Succeeded', 31, 32),
      step('UndoInfrastructure', 'Succeeded', 32, 40),
      step('FailOperation', 'Succeeded', 40, 40),
    ];
    const timeline = timelineOf({ operation: 'Provision', state: 'Failed', lastError: { component: 'CheckInfrastructure' }, steps });
    expect(timeline.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Register the Runtime: done',
      'Build the infrastructure: failed',
      'Delete what is left of the token: done',
      'Remove what was built: done',
      'Finish: done',
    ]);
  });

  it('names every step of every workflow', () => {
    for (const [operation, workflow] of Object.entries(operations)) {
      const { forward, cleanUp }: Workflow = workflows[workflow];
      for (const { state } of [...forward, ...cleanUp, reportFailure]) {
        const steps = [step(state, 'Succeeded', 0, 1)];
        const [first] = timelineOf({ operation, state: 'Failed', lastError: null, steps });
        expect(first?.title).not.toBe(state);
      }
    }
  });
});
