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

interface Paused {
  readonly names: readonly string[];
  /** The reserved concurrency of those that had one. */
  readonly reserved: Readonly<Record<string, number>>;
  readonly resume: () => Promise<void>;
}

/** Stops every function that uses a table. The answer lets them run again, each with the concurrency that it had. */
export async function pauseFunctions(clients: ClientSettings, tableName: string): Promise<Paused> {
  const client = new LambdaClient(clients);
  const names = await usersOf(client, tableName);
  const before = new Map<string, number | undefined>();
  const resume = async () => {
    for (const [FunctionName, ReservedConcurrentExecutions] of before) {
      if (ReservedConcurrentExecutions === undefined) await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
      else await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
    }
  };
  try {
    for (const FunctionName of names) {
      const { ReservedConcurrentExecutions } = await client.send(new GetFunctionConcurrencyCommand({ FunctionName }));
      // A restore that was killed has left 0: none of the functions has it by its template.
      before.set(FunctionName, ReservedConcurrentExecutions || undefined);
      await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    }
  } catch (error) {
    await resume();
    throw error;
  }
  return { names, reserved: Object.fromEntries([...before].filter((entry): entry is [string, number] => entry[1] !== undefined)), resume };
}

async function usersOf(client: LambdaClient, tableName: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    for (const { FunctionName, Environment } of Functions)
      if (FunctionName && Environment?.Variables?.TABLE_NAME === tableName) names.push(FunctionName);
  }
  return names;
}
