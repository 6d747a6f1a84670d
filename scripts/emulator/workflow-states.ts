import { GetExecutionHistoryCommand, ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Emulator } from './ministack.ts';

/** Everything that Step Functions shows of the executions so far. */
export async function statesOfWorkflows({ client: settings }: Emulator): Promise<string> {
  const client = new SFNClient(settings);
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const executions = await Promise.all(
    stateMachines.map(({ stateMachineArn }) => client.send(new ListExecutionsCommand({ stateMachineArn }))),
  );
  const histories = executions.flatMap(({ executions: found = [] }) =>
    found.map(({ executionArn }) => client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true }))),
  );
  return JSON.stringify(await Promise.all(histories));
}
