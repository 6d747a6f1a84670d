import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { GetCommand, type GetCommandInput, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { directly } from '#shared/aws/direct-call.ts';
import { attributesOf, valuesIn } from './attribute-values.ts';

// The commands that read one item or a range, made without the middleware of the SDK.

type Attributes = Readonly<Record<string, AttributeValue>>;

export const directGet = (input: GetCommandInput): GetCommand =>
  directly(new GetCommand(input), {
    service: 'dynamodb',
    target: 'DynamoDB_20120810.GetItem',
    body: () => JSON.stringify({ ...input, Key: attributesOf(input.Key) }),
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
  directly(new QueryCommand(input), {
    service: 'dynamodb',
    target: 'DynamoDB_20120810.Query',
    body: () => {
      const { ExpressionAttributeValues, ExclusiveStartKey } = input;
      return JSON.stringify({
        ...input,
        ExpressionAttributeValues: attributesOf(ExpressionAttributeValues),
        ExclusiveStartKey: ExclusiveStartKey && attributesOf(ExclusiveStartKey),
      });
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
