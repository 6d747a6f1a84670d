import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { GetCommand, type GetCommandInput, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { attributesOf, valuesIn } from './attribute-values.ts';
import { directCommand } from './direct-command.dynamo.ts';

// The commands that read one item or a range, made without the middleware of the SDK.

type Attributes = Readonly<Record<string, AttributeValue>>;

export const directGet = (input: GetCommandInput): GetCommand =>
  directCommand(new GetCommand(input), 'GetItem', {
    input: () => ({ ...input, Key: attributesOf(input.Key) }),
    output: (answer) => {
      const { Item } = answer as { readonly Item?: Attributes };
      return Item ? { Item: valuesIn(Item) } : {};
    },
  });

interface Queried {
  readonly Items?: readonly Attributes[];
  readonly Count?: number;
  readonly LastEvaluatedKey?: Attributes;
}

export const directQuery = (input: QueryCommandInput): QueryCommand =>
  directCommand(new QueryCommand(input), 'Query', {
    input: () => {
      const { ExpressionAttributeValues, ExclusiveStartKey } = input;
      return {
        ...input,
        ExpressionAttributeValues: attributesOf(ExpressionAttributeValues),
        ExclusiveStartKey: ExclusiveStartKey && attributesOf(ExclusiveStartKey),
      };
    },
    output: (answer) => {
      const { Items, Count, LastEvaluatedKey } = answer as Queried;
      return {
        Items: Items?.map(valuesIn),
        Count,
        ...(LastEvaluatedKey && { LastEvaluatedKey: valuesIn(LastEvaluatedKey) }),
      };
    },
  });
