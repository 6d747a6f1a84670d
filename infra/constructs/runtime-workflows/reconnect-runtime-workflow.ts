import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Fail, type StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ReconnectTask } from '#shared/provisioning/workflow-tasks.ts';
import { workflowMachine } from './workflow-machine.ts';
import { cleanupStep, forwardStep, pollUntilReady, reportStep } from './workflow-steps.ts';

interface ReconnectRuntimeWorkflowProps {
  readonly tasks: Readonly<Record<ReconnectTask, IFunction>>;
}

/**
 * Has the Agent of a Runtime come back with a fresh token. Input: `{tenant, operationId, runtimeId}`; everything else is read from the table by
 * each task.
 *
 *  1. ObtainToken: a one-time token of the System Auth that was in use last goes into the agent-configuration secret.
 *  2. InjectConfiguration: the driver hands the agent configuration to the Runtime Agent.
 *  3. CheckAgent, again after each WaitForAgent, until the Agent was seen since the operation began or its deadline has passed.
 *  4. DiscardToken: the token stops working, should the Agent have come back without it, and the agent-configuration secret is deleted.
 *  5. FinishOperation: the operation has Succeeded and the Runtime is free for the next one.
 *
 * 1 and 2 do nothing once the Agent was seen. When one of them fails for good, `$.failure.<step>` says why, and
 *
 *  6. SpendToken: the token stops working and the agent-configuration secret is deleted. Its failure is noted under `$.cleanup`.
 *  7. FailOperation: the operation has Failed with the step and the reason; the Runtime is what it was, and free for the next operation.
 */
export class ReconnectRuntimeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { tasks }: ReconnectRuntimeWorkflowProps) {
    super(scope, id);
    const report = reportStep(this, 'FailOperation', tasks['fail-operation']);
    report.next(new Fail(this, 'Failed', { error: 'ReconnectingFailed', cause: 'The operation says which step failed and why.' }));
    const spend = cleanupStep(this, 'SpendToken', tasks['spend-token'], report);

    const finish = forwardStep(this, 'FinishOperation', tasks['finish-operation'], spend);
    finish.next(new Succeed(this, 'Succeeded'));
    const agent = pollUntilReady(this, {
      subject: 'Agent',
      task: tasks['check-agent'],
      path: '$.agent',
      onFailure: spend,
      next: forwardStep(this, 'DiscardToken', tasks['spend-token'], spend).next(finish),
    });
    const start = forwardStep(this, 'ObtainToken', tasks['obtain-token'], spend);
    start.next(forwardStep(this, 'InjectConfiguration', tasks['inject-configuration'], spend, { result: '$.agent' })).next(agent);
    this.stateMachine = workflowMachine(this, 'Reconnects the Agent of a Runtime', start);
  }
}
