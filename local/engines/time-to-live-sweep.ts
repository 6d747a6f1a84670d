import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { type Clock, epochSeconds } from '#shared/core/clock.ts';

/** A table, its attribute of the time to live, and a time in seconds. */
export type Expiring = readonly [tableName: string, attribute: string, before: number];

type Item = Record<string, AttributeValue>;

interface Sweep {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly attribute: string;
  readonly clock: Clock;
  /** Finds items that expired before the time. */
  readonly expired: (...expiring: Expiring) => Iterable<Item> | AsyncIterable<Item>;
}

/** Deletes expired items, as DynamoDB does in the background. An item whose expiry changed meanwhile stays. */
export async function deleteExpired({ client, tableName, attribute, clock, expired }: Sweep): Promise<void> {
  for await (const item of expired(tableName, attribute, epochSeconds(clock()))) await deleteUnchanged(client, tableName, attribute, item);
}

/** Finds expired items by reading the whole table. */
export const scanExpired = (client: DynamoDBClient) =>
  async function* (...[tableName, attribute, before]: Expiring): AsyncGenerator<Item, void> {
    let from: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: tableName,
          FilterExpression: '#expiry < :before',
          ProjectionExpression: 'pk, sk, #expiry',
          ExpressionAttributeNames: { '#expiry': attribute },
          ExpressionAttributeValues: { ':before': { N: String(before) } },
          ExclusiveStartKey: from,
        }),
      );
      yield* Items;
      from = LastEvaluatedKey;
    } while (from);
  };

async function deleteUnchanged(client: DynamoDBClient, tableName: string, attribute: string, item: Item): Promise<void> {
  const { pk, sk, [attribute]: expiry } = item;
  if (!pk || !sk || !expiry) return;
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: { pk, sk },
        ConditionExpression: '#expiry = :seen',
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: { ':seen': expiry },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
