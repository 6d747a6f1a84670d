import { describe, expect, it } from 'vitest';
import { stepNames, steps } from '#functions/provisioning/steps.ts';
import { stepsOf, workflows } from '#functions/provisioning/workflows.ts';
import { checkInput } from '#shared/provisioning/step-inputs.ts';
import { transientTaskErrors } from '#shared/provisioning/task-errors.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { type State, stepOf, workflowDefinitions, workflowsTemplate } from '#test/support/workflow-definitions.ts';

const definitions = workflowDefinitions();
const tasksOf = (kind: keyof typeof definitions): [string, State][] =>
  Object.entries(definitions[kind].States).filter(([, { Type }]) => Type === 'Task');
const allTasks = [...tasksOf('provision'), ...tasksOf('deprovision'), ...tasksOf('reconnect'), ...tasksOf('upgrade')];

describe.each(['provision', 'deprovision', 'reconnect', 'upgrade'] as const)('the %s workflow', (kind) => {
  it('calls exactly its steps', () => {
    expect(new Set(tasksOf(kind).map(([, state]) => stepOf(state)))).toEqual(new Set(stepsOf(workflows[kind])));
  });

  it('gives each step the input that its handler checks for', () => {
    for (const [, state] of tasksOf(kind).filter(([name]) => name !== 'FailOperation')) {
      const { input } = steps[stepOf(state)];
      expect('deadline.$' in (state.Parameters ?? {})).toBe(input === checkInput);
    }
  });

  it('ends by itself, no earlier than its steps may take', () => {
    expect(definitions[kind].TimeoutSeconds).toBe(timeLimits.workflow);
    expect(timeLimits.workflow).toBeGreaterThan(timeLimits.infrastructure.max + timeLimits.agent.max + timeLimits.undo);
  });

  it('catches every error of every step but the last one of a failure, under the name of the step', () => {
    for (const [name, { Catch = [] }] of tasksOf(kind).filter(([step]) => step !== 'FailOperation')) {
      expect(Catch).toHaveLength(1);
      expect(Catch[0]?.ErrorEquals).toEqual(['States.ALL']);
      expect(Catch[0]?.ResultPath).toMatch(new RegExp(`^\\$\\.(failure|cleanup)\\.${name}$`));
    }
  });

  it('tells each task nothing but ids and deadlines, and steps their own names', () => {
    const { forward, cleanUp } = workflows[kind];
    const begins: Record<string, unknown> = {
      ...Object.fromEntries(forward.map(({ state }) => [state, { step: state, cleansUp: false }])),
      ...Object.fromEntries(cleanUp.map(({ state }) => [state, { step: state, cleansUp: true }])),
    };
    for (const [name, { Parameters = {} }] of tasksOf(kind).filter(([step]) => step !== 'FailOperation')) {
      const { begins: begun, ...rest } = Parameters;
      expect(begun).toEqual(begins[name]);
      expect(Object.keys(rest).filter((key) => key !== 'deadline.$')).toEqual(['tenant.$', 'operationId.$', 'runtimeId.$']);
    }
  });
});

describe('every step', () => {
  it('belongs to a workflow', () => {
    expect(new Set(Object.values(workflows).flatMap(stepsOf))).toEqual(new Set(stepNames));
  });

  it('has a timeout', () => {
    for (const [, { TimeoutSeconds }] of allTasks) expect(TimeoutSeconds).toBe(60);
  });

  it('is repeated for what may pass only', () => {
    for (const [, { Retry = [] }] of allTasks) {
      const names = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(names).toEqual(expect.arrayContaining([...transientTaskErrors, 'States.Timeout']));
      expect(names.filter((name) => ['States.ALL', 'States.TaskFailed', 'DriverFailed', 'AgentNotConnected'].includes(name))).toEqual([]);
    }
  });
});

describe('the state machines', () => {
  const template = workflowsTemplate();

  it('are durable, traced, and log no data', () => {
    template.resourceCountIs('AWS::StepFunctions::StateMachine', 4);
    template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
    });
  });
});
