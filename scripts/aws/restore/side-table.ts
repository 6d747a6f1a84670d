import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';

const intervalMs = 10_000;

interface Wish {
  readonly source: string;
  readonly target: string;
  /** Absent: the latest time to which the table can be restored, some five minutes ago. */
  readonly to: Date | undefined;
  readonly say: (progress: string) => void;
}

/** Restores a table beside the present one, under the same key, and waits until it can be read. It takes minutes to hours. */
export async function restoreBeside(client: DynamoDBClient, { source, target, to, say }: Wish): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: source }));
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: source,
      TargetTableName: target,
      ...(to ? { RestoreDateTime: to } : { UseLatestRestorableTime: true }),
      ...keyOf(Table),
    }),
  );
  const startedAt = Date.now();
  for (;;) {
    const { Table: restored } = await client.send(new DescribeTableCommand({ TableName: target }));
    if (restored?.TableStatus === 'ACTIVE') return;
    say(`${target} is ${restored?.TableStatus} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
    await pause(intervalMs);
  }
}

/** Without it the copy would not have the key of the original. */
function keyOf(table: TableDescription | undefined) {
  const key = table?.SSEDescription?.KMSMasterKeyArn;
  return key ? { SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' as const, KMSMasterKeyId: key } } : {};
}

export async function dropTable(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
}
