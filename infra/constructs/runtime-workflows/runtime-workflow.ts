import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, Fail, LogLevel, StateMachine, StateMachineType, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StepName } from '#functions/provisioning/steps.ts';
import { reportFailure, type Workflow } from '#functions/provisioning/workflows.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { ServiceLog, type ServiceLogProps } from '../service-log.ts';
import { cleanupStep, forwardStep, pollUntilReady, reportStep, type Step } from './workflow-steps.ts';

export interface RuntimeWorkflowProps {
  readonly settings: ServiceLogProps['settings'] & { readonly prefix: string };
  /** The name of its log, without the deployment's prefix. */
  readonly name: string;
  readonly workflow: Workflow;
  /** The functions of the steps. */
  readonly functions: Readonly<Record<StepName, IFunction>>;
}

/** A workflow as a durable state machine. Its log names every step but none of the data. */
export class RuntimeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { settings, name, workflow, functions }: RuntimeWorkflowProps) {
    super(scope, id);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(this.firstState(workflow, functions)),
      comment: workflow.comment,
      stateMachineType: StateMachineType.STANDARD,
      timeout: Duration.seconds(timeLimits.workflow),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        // Under this prefix the permission to write needs no growing resource policy.
        destination: new ServiceLog(this, 'Log', { settings, logGroupName: `/aws/vendedlogs/states/${settings.prefix}-${name}` }),
      },
    });
  }

  /** Builds the states from the last to the first, each with the one after it. */
  private firstState({ error, forward, cleanUp }: Workflow, functions: RuntimeWorkflowProps['functions']): Step {
    const report = reportStep(this, reportFailure.state, functions[reportFailure.step]);
    report.next(new Fail(this, 'Failed', { error, cause: 'The operation says which step failed and why.' }));
    const onFailure = cleanUp.reduceRight<Step>((next, { state, step }) => cleanupStep(this, state, functions[step], next), report);
    return forward.reduceRight<Step | Succeed>((next, { state, step, until, mayFail }) => {
      if (mayFail) return cleanupStep(this, state, functions[step], next);
      const path = until && `$.${until.name.toLowerCase()}`;
      const forwards = forwardStep(this, state, functions[step], onFailure, { result: path });
      const check = until && path && { subject: until.name, task: functions[until.check], path, onFailure, next };
      forwards.next(check ? pollUntilReady(this, check) : next);
      return forwards;
    }, new Succeed(this, 'Succeeded')) as Step;
  }
}
