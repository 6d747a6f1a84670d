import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Fail, type StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ProvisionTask } from '#shared/provisioning/workflow-tasks.ts';
import { workflowMachine } from './workflow-machine.ts';
import { cleanupStep, forwardStep, pollUntilReady, reportStep } from './workflow-steps.ts';

interface ProvisionRuntimeWorkflowProps {
  readonly tasks: Readonly<Record<ProvisionTask, IFunction>>;
}

/**
 * Provisions a Runtime. Input: `{tenant, operationId, runtimeId}`; everything else is read from the table by each task.
 *
 *  1. RegisterRuntime: the Runtime appears in the registry, in its formations, as PROVISIONING.
 *  2. FetchConfiguration: its configuration is read from the registry and kept for the driver.
 *  3. ObtainToken: a one-time token goes into the agent-configuration secret. The token never enters the state.
 *  4. ProvisionInfrastructure: the driver begins to build the place.
 *  5. CheckInfrastructure, again after each WaitForInfrastructure, until it is ready or its deadline has passed.
 *  6. RefreshToken: the token is replaced in case building took so long that it would expire before the Agent used it.
 *  7. InjectConfiguration: the driver hands the agent configuration to the Runtime Agent.
 *  8. CheckAgent, again after each WaitForAgent, until the Runtime is CONNECTED or its deadline has passed.
 *  9. FinishOperation: the operation has Succeeded and the Runtime is free for the next one.
 *
 * When one of them fails for good, `$.failure.<step>` says why, and
 *
 * 10. UndoInfrastructure: the driver removes whatever it had built.
 * 11. SpendToken: the token stops working and the agent-configuration secret is deleted.
 * 12. FailOperation: the operation has Failed with the step and the reason, the Runtime is FAILED and free for the next operation.
 *
 * Failures of 10 and 11 are noted under `$.cleanup.<step>` and never hide the first one. The execution ends as failed.
 */
export class ProvisionRuntimeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { tasks }: ProvisionRuntimeWorkflowProps) {
    super(scope, id);
    const report = reportStep(this, 'FailOperation', tasks['fail-operation']);
    report.next(new Fail(this, 'Failed', { error: 'ProvisioningFailed', cause: 'The operation says which step failed and why.' }));
    const spend = cleanupStep(this, 'SpendToken', tasks['spend-token'], report);
    const undo = cleanupStep(this, 'UndoInfrastructure', tasks['undo-infrastructure'], spend);

    const finish = forwardStep(this, 'FinishOperation', tasks['finish-operation'], undo);
    finish.next(new Succeed(this, 'Succeeded'));
    const agent = pollUntilReady(this, { subject: 'Agent', task: tasks['check-agent'], path: '$.agent', onFailure: undo, next: finish });
    const inject = forwardStep(this, 'InjectConfiguration', tasks['inject-configuration'], undo, { result: '$.agent' });
    const refresh = forwardStep(this, 'RefreshToken', tasks['obtain-token'], undo);
    const infrastructure = pollUntilReady(this, {
      subject: 'Infrastructure',
      task: tasks['check-infrastructure'],
      path: '$.infrastructure',
      onFailure: undo,
      next: refresh.next(inject).next(agent),
    });
    const start = forwardStep(this, 'RegisterRuntime', tasks['register-runtime'], undo);
    start
      .next(forwardStep(this, 'FetchConfiguration', tasks['fetch-configuration'], undo))
      .next(forwardStep(this, 'ObtainToken', tasks['obtain-token'], undo))
      .next(forwardStep(this, 'ProvisionInfrastructure', tasks['provision-infrastructure'], undo, { result: '$.infrastructure' }))
      .next(infrastructure);
    this.stateMachine = workflowMachine(this, 'Provisions a Runtime', start);
  }
}
