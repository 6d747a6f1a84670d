import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, Fail, LogLevel, StateMachine, StateMachineType, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StepName } from '#functions/provisioning/steps.ts';
import { reportFailure, type Workflow, type WorkflowState } from '#functions/provisioning/workflows.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { ServiceLog, type ServiceLogProps } from '../service-log.ts';
import { cleanupStep, forwardStep, type Poll, pollUntilReady, reportStep, type Step, type StepOptions } from './workflow-steps.ts';

export interface RuntimeWorkflowProps {
  readonly settings: ServiceLogProps['settings'] & { readonly prefix: string };
  /** The name of its log, without the deployment's prefix. */
  readonly name: string;
  readonly workflow: Workflow;
  /** The functions of the steps. */
  readonly functions: Readonly<Record<StepName, IFunction>>;
}

type Next = Step | Succeed;

/** Makes the state of a step. Where its failure leads is up to the maker. */
type StepMaker = (name: string, step: StepName, options: StepOptions) => Step;

const checkOf =
  (step: StepName, make: StepMaker): Poll['check'] =>
  (name, options) =>
    make(name, step, options);

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
    const cleaning =
      (next: Next): StepMaker =>
      (name, task, options) =>
        cleanupStep(this, name, functions[task], next, options);
    const onFailure = cleanUp.reduceRight<Next>(
      (next, state) => this.statesOf(state, next, { make: cleaning(next), cleansUp: true }),
      report,
    );
    const going: StepMaker = (name, task, options) => forwardStep(this, name, functions[task], onFailure, options);
    const states = (next: Next, state: WorkflowState) =>
      this.statesOf(state, next, { make: state.mayFail ? cleaning(next) : going, cleansUp: false });
    return forward.reduceRight<Next>(states, new Succeed(this, 'Succeeded')) as Step;
  }

  /** The state that calls the step, followed by the loop of its check if it has one. */
  private statesOf({ state, step, until }: WorkflowState, next: Next, { make, cleansUp }: { make: StepMaker; cleansUp: boolean }): Step {
    const path = until && `$.${until.name.toLowerCase()}`;
    const first = make(state, step, { result: path, input: { begins: { step: state, cleansUp } } });
    const poll = until && path && { subject: until.name, check: checkOf(until.check, make), path, next };
    first.next(poll ? pollUntilReady(this, poll) : next);
    return first;
  }
}
