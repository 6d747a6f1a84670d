import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type StepName, stepNames } from '#functions/provisioning/steps.ts';
import { type WorkflowName, workflows } from '#functions/provisioning/workflows.ts';
import { RuntimeWorkflow } from '#infra/constructs/runtime-workflows/runtime-workflow.ts';

const arnPrefix = 'arn:aws:lambda:eu-central-1:111111111111:function:';

/** A stack with the workflows, the function of each step named like it. */
export function workflowsTemplate(): Template {
  const stack = new Stack(new App(), 'Workflows', { env: { account: '111111111111', region: 'eu-central-1' } });
  const functions = Object.fromEntries(
    stepNames.map((name) => [name, LambdaFunction.fromFunctionArn(stack, name, arnPrefix + name)]),
  ) as Record<StepName, IFunction>;
  const settings = { prefix: 'compass-test', logRetention: RetentionDays.ONE_MONTH, logsOutliveStacks: false };
  for (const [name, workflow] of Object.entries(workflows)) new RuntimeWorkflow(stack, name, { settings, name, workflow, functions });
  return Template.fromStack(stack);
}

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly { ErrorEquals: string[] }[];
  readonly Catch?: readonly { ErrorEquals: string[]; Next: string; ResultPath: string }[];
  readonly Next?: string;
  readonly Parameters?: Record<string, string>;
}

export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

/** The definitions as CloudFormation would send them, intrinsic functions resolved. */
export function workflowDefinitions(): Record<WorkflowName, Definition> {
  const machines = Object.entries(workflowsTemplate().findResources('AWS::StepFunctions::StateMachine'));
  const definitionOf = (name: string): Definition => {
    const [, machine] = machines.find(([id]) => id.startsWith(name)) ?? [];
    return JSON.parse(resolve(machine?.Properties.DefinitionString));
  };
  return {
    provision: definitionOf('provision'),
    deprovision: definitionOf('deprovision'),
    reconnect: definitionOf('reconnect'),
    upgrade: definitionOf('upgrade'),
  };
}

function resolve(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (join) return join[1].map(resolve).join(join[0]);
  return 'aws';
}

/** The step that a state invokes. */
export const stepOf = (state: State): StepName => (state.Resource ?? '').slice(arnPrefix.length) as StepName;
