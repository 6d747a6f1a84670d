import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Dynamo, engineClients } from './engines.ts';

/** A command of the document client; its class is named for its operation. */
interface Command {
  readonly input: object;
  readonly constructor: { readonly name: string };
}

export type Interception = (command: Command, send: () => Promise<unknown>) => Promise<unknown>;

/** A client of the engine whose commands pass through `intercept`: also those that leave out the middleware of the SDK. */
export function interceptedClient({ endpoint }: Pick<Dynamo, 'endpoint'>, intercept: Interception): DynamoDBDocumentClient {
  const { client } = engineClients(endpoint);
  const send = client.send.bind(client) as (command: Command) => Promise<unknown>;
  return Object.assign(client, { send: (command: Command) => intercept(command, () => send(command)) });
}
