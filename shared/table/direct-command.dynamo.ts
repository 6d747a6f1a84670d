import { directly } from '#shared/aws/direct-call.ts';

type Operation = 'BatchExecuteStatement' | 'BatchGetItem' | 'GetItem' | 'Query' | 'TransactWriteItems';

type Command = Parameters<typeof directly>[0];

interface Conversion<Output> {
  /** Returns the input of the command with attributes for its values. */
  readonly input: () => object;
  readonly output: (answer: unknown) => Output;
}

/** Has a command of DynamoDB be sent without the middleware of the SDK. */
export const directCommand = <C extends Command, Output>(command: C, operation: Operation, conversion: Conversion<Output>): C =>
  directly(command, { service: 'dynamodb', target: `DynamoDB_20120810.${operation}`, ...conversion });
