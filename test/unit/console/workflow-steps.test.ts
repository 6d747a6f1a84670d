import { describe, expect, it } from 'vitest';
import { timelineOf } from '#console/runtimes/workflow-steps.ts';
import { type Workflow, workflows } from '#functions/provisioning/workflows.ts';

const operations = { Provision: 'provision', Upgrade: 'upgrade', ReconnectRuntime: 'reconnect', Deprovision: 'deprovision' } as const;

describe.each(Object.entries(operations))('the timeline of %s', (operation, workflow) => {
  const forward: Workflow['forward'] = workflows[workflow].forward;

  it('has the steps of the workflow without those that may fail', () => {
    const names = timelineOf({ operation, state: 'Succeeded', lastError: null }).map(({ name }) => name);
    expect(names).toEqual(forward.filter(({ mayFail }) => !mayFail).map(({ state }) => state));
  });

  it('shows the step whose check failed', () => {
    for (const { state, until } of forward) {
      const component = until ? `Check${until.name}` : state;
      const failed = timelineOf({ operation, state: 'Failed', lastError: { component } }).filter((step) => step.state === 'failed');
      if (timelineOf({ operation, state: 'Failed', lastError: null }).some(({ name }) => name === state))
        expect(failed).toMatchObject([{ name: state }]);
    }
  });
});
