import { randomUUID } from 'node:crypto';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { attributesOf } from './attribute-values.ts';
import { directCommand } from './direct-command.dynamo.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The parts of an operation that have values. */
interface Valued {
  readonly Item?: Readonly<Record<string, unknown>>;
  readonly Key?: Readonly<Record<string, unknown>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}

/**
 * A transaction that is written without the middleware of the SDK. One that is refused is written again by the SDK, under the same token, which says
 * why.
 */
export function directTransaction(items: readonly TransactItem[]): TransactWriteCommand {
  const input = { TransactItems: [...items], ClientRequestToken: randomUUID() };
  return directCommand(new TransactWriteCommand(input), 'TransactWriteItems', {
    input: () => ({ ...input, TransactItems: items.map(withAttributes) }),
    output: () => ({}),
  });
}

const withAttributes = (item: TransactItem): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([operation, one]) => [operation, operationWithAttributes(one as Valued)]));

const operationWithAttributes = ({ Item, Key, ExpressionAttributeValues, ...operation }: Valued) => ({
  ...operation,
  ...(Item && { Item: attributesOf(Item) }),
  ...(Key && { Key: attributesOf(Key) }),
  ...(ExpressionAttributeValues && { ExpressionAttributeValues: attributesOf(ExpressionAttributeValues) }),
});
