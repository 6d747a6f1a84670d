import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Operation } from '#shared/provisioning/operation.ts';
import type { WorkflowStarter } from '#shared/provisioning/workflow-starter.ts';
import { requestTimeouts } from './request-timeouts.ts';

type StateMachines = Readonly<Record<Operation['operation'], string>>;

/** The execution is named by the operation: a second one of that name is refused by the service, for 90 days after it ended. */
export function stepFunctionsStarter(stateMachines: StateMachines, client = stepFunctions()): WorkflowStarter {
  return async (operation, input) => {
    const request = { stateMachineArn: stateMachines[operation], name: input.operationId, input: JSON.stringify(input) };
    try {
      await client.send(new StartExecutionCommand(request));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}

const stepFunctions = (): SFNClient => new SFNClient({ maxAttempts: 4, requestHandler: requestTimeouts });
