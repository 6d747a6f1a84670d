import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
import type { ClientSettings } from '../client-settings.ts';

/** Time in which calls that run already end: no function has more than 15 minutes, and the longest of ours that writes has less than one. */
export const drainSeconds = 60;

/** Stops every function that uses a table. The answer lets them run again, each with the concurrency that it had. */
export async function pauseFunctions(
  clients: ClientSettings,
  tableName: string,
): Promise<{ names: string[]; resume: () => Promise<void> }> {
  const client = new LambdaClient(clients);
  const names: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    names.push(
      ...Functions.filter(({ Environment }) => Environment?.Variables?.TABLE_NAME === tableName).flatMap(
        ({ FunctionName }) => FunctionName ?? [],
      ),
    );
  }
  const before = new Map<string, number | undefined>();
  for (const FunctionName of names) {
    const { ReservedConcurrentExecutions } = await client.send(new GetFunctionConcurrencyCommand({ FunctionName }));
    // A function that an interrupted restore has stopped had none.
    before.set(FunctionName, ReservedConcurrentExecutions || undefined);
    await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  }
  const resume = async () => {
    for (const [FunctionName, ReservedConcurrentExecutions] of before) {
      if (ReservedConcurrentExecutions === undefined) await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
      else await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
    }
  };
  return { names, resume };
}
