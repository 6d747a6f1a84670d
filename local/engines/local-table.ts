import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { LocalTable } from '../template/local-system.ts';

/** Creates the table as the template describes it, unless it is there already. */
export async function createTableIfAbsent(client: DynamoDBClient, { name, properties }: LocalTable): Promise<void> {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } = properties;
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema,
        AttributeDefinitions,
        GlobalSecondaryIndexes,
        StreamSpecification: { StreamEnabled: true, ...(StreamSpecification as object) },
      } as CreateTableCommandInput),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName: name });
}

/** The attribute of the time to live, if the template has one. */
export function timeToLiveOf({ properties }: LocalTable): string | undefined {
  const setting = properties.TimeToLiveSpecification as { AttributeName?: string; Enabled?: boolean } | undefined;
  return setting?.Enabled ? setting.AttributeName : undefined;
}
