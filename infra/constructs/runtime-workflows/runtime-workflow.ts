import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, Fail, LogLevel, StateMachine, StateMachineType, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StepName } from '#functions/provisioning/steps.ts';
import { reportFailure, type Workflow } from '#functions/provisioning/workflows.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { cleanupStep, forwardStep, pollUntilReady, reportStep, type Step } from './workflow-steps.ts';

interface RuntimeWorkflowProps {
  readonly workflow: Workflow;
  /** The functions of the steps. */
  readonly functions: Readonly<Record<StepName, IFunction>>;
}

/** A workflow as a durable state machine. Its log names every step but none of the data. */
export class RuntimeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { workflow, functions }: RuntimeWorkflowProps) {
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
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
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
