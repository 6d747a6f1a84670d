import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { DeprovisionRuntimeWorkflow } from '#infra/constructs/runtime-workflows/deprovision-runtime-workflow.ts';
import { ProvisionRuntimeWorkflow } from '#infra/constructs/runtime-workflows/provision-runtime-workflow.ts';
import { ReconnectRuntimeWorkflow } from '#infra/constructs/runtime-workflows/reconnect-runtime-workflow.ts';
import { type TaskName, taskNames } from '#shared/provisioning/workflow-tasks.ts';

const arnPrefix = 'arn:aws:lambda:eu-central-1:111111111111:function:';

/** A stack with the workflows, each task a function named like it. */
export function workflowsTemplate(): Template {
  const stack = new Stack(new App(), 'Workflows', { env: { account: '111111111111', region: 'eu-central-1' } });
  const tasks = Object.fromEntries(
    taskNames.map((name) => [name, LambdaFunction.fromFunctionArn(stack, name, arnPrefix + name)]),
  ) as Record<TaskName, IFunction>;
  new ProvisionRuntimeWorkflow(stack, 'ProvisionRuntime', { tasks });
  new DeprovisionRuntimeWorkflow(stack, 'DeprovisionRuntime', { tasks });
  new ReconnectRuntimeWorkflow(stack, 'ReconnectRuntime', { tasks });
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
export function workflowDefinitions(): Record<'provision' | 'deprovision' | 'reconnect', Definition> {
  const machines = workflowsTemplate().findResources('AWS::StepFunctions::StateMachine');
  const named = (prefix: string): Definition => {
    const [, machine] = Object.entries(machines).find(([id]) => id.startsWith(prefix)) ?? [];
    return JSON.parse(resolve(machine?.Properties.DefinitionString));
  };
  return { provision: named('ProvisionRuntime'), deprovision: named('DeprovisionRuntime'), reconnect: named('ReconnectRuntime') };
}

function resolve(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (join) return join[1].map(resolve).join(join[0]);
  return 'aws';
}

/** The task that a state invokes. */
export const taskOf = (state: State): TaskName => (state.Resource ?? '').slice(arnPrefix.length) as TaskName;
