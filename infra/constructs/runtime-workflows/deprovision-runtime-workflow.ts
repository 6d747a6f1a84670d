import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Fail, type StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { DeprovisionTask } from '#shared/provisioning/workflow-tasks.ts';
import { workflowMachine } from './workflow-machine.ts';
import { forwardStep, pollUntilReady, reportStep } from './workflow-steps.ts';

interface DeprovisionRuntimeWorkflowProps {
  readonly tasks: Readonly<Record<DeprovisionTask, IFunction>>;
}

/**
 * Removes a Runtime that was provisioned. Input: `{tenant, operationId, runtimeId}`; everything else is read from the table by each task.
 *
 *  1. RemoveInfrastructure: the driver begins to remove the place with its Runtime Agent.
 *  2. CheckRemoval, again after each WaitForRemoval, until nothing is left or its deadline has passed.
 *  3. SpendToken: the agent-configuration secret is deleted.
 *  4. UnregisterRuntime: the Runtime leaves the registry with its formations and credentials.
 *  5. FinishOperation: the operation has Succeeded.
 *
 * When one of them fails for good, `$.failure.<step>` says why, and
 *
 *  6. FailOperation: the operation has Failed with the step and the reason, the Runtime is FAILED and free for the next operation:
 *     deprovisioning it again goes on where this one stopped, since every step tolerates what is gone already.
 */
export class DeprovisionRuntimeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { tasks }: DeprovisionRuntimeWorkflowProps) {
    super(scope, id);
    const report = reportStep(this, 'FailOperation', tasks['fail-operation']);
    report.next(new Fail(this, 'Failed', { error: 'DeprovisioningFailed', cause: 'The operation says which step failed and why.' }));

    const finish = forwardStep(this, 'FinishOperation', tasks['finish-operation'], report);
    finish.next(new Succeed(this, 'Succeeded'));
    const removal = pollUntilReady(this, {
      subject: 'Removal',
      task: tasks['check-removal'],
      path: '$.removal',
      onFailure: report,
      next: forwardStep(this, 'SpendToken', tasks['spend-token'], report)
        .next(forwardStep(this, 'UnregisterRuntime', tasks['unregister-runtime'], report))
        .next(finish),
    });
    const start = forwardStep(this, 'RemoveInfrastructure', tasks['remove-infrastructure'], report, { result: '$.removal' });
    start.next(removal);
    this.stateMachine = workflowMachine(this, 'Removes a provisioned Runtime', start);
  }
}
