import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceInUseException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { LocalTable } from '../template/local-system.ts';

/** Creates the table as the template describes it. One that is there already gets the indexes that it lacks. */
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
  await addMissingIndexes(client, { name, properties });
}

/** An earlier release may have made the table. One index for each call, as DynamoDB asks for. */
async function addMissingIndexes(client: DynamoDBClient, { name, properties }: LocalTable): Promise<void> {
  const { AttributeDefinitions, GlobalSecondaryIndexes } = properties as Partial<CreateTableCommandInput>;
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const present = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  for (const index of (GlobalSecondaryIndexes ?? []) as GlobalSecondaryIndex[]) {
    if (present.has(index.IndexName)) continue;
    const Create = { IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection };
    const GlobalSecondaryIndexUpdates = [{ Create }];
    await client.send(new UpdateTableCommand({ TableName: name, AttributeDefinitions, GlobalSecondaryIndexUpdates }));
  }
}

/** The attribute of the time to live, if the template has one. */
export function timeToLiveOf({ properties }: LocalTable): string | undefined {
  const setting = properties.TimeToLiveSpecification as { AttributeName?: string; Enabled?: boolean } | undefined;
  return setting?.Enabled ? setting.AttributeName : undefined;
}
