import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { type Clock, epochSeconds } from '#shared/core/clock.ts';

interface Sweep {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly attribute: string;
  readonly clock: Clock;
}

/** Deletes expired items, as DynamoDB does in the background. An item whose expiry changed meanwhile stays. */
export async function sweepExpired({ client, tableName, attribute, clock }: Sweep): Promise<void> {
  const now = epochSeconds(clock());
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: '#expiry < :now',
        ProjectionExpression: 'pk, sk, #expiry',
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: { ':now': { N: String(now) } },
        ExclusiveStartKey: from,
      }),
    );
    for (const item of Items) await deleteExpired(client, tableName, attribute, item);
    from = LastEvaluatedKey;
  } while (from);
}

async function deleteExpired(
  client: DynamoDBClient,
  tableName: string,
  attribute: string,
  item: Record<string, AttributeValue>,
): Promise<void> {
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
