import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { later } from '#shared/core/clock.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';

/** Dates every noted contact back, so that the next call of each credential is noted. */
export async function makeContactsOld(table: ControlPlaneTable, age: number): Promise<void> {
  const client = table.getDocumentClient();
  const input = { TableName: table.getName(), FilterExpression: 'attribute_exists(lastSeenAt)', ProjectionExpression: 'pk, sk' };
  const { Items = [] } = await client.send(new ScanCommand(input));
  for (const { pk, sk } of Items) {
    await client.send(
      new UpdateCommand({
        TableName: table.getName(),
        Key: { pk, sk },
        UpdateExpression: 'SET lastSeenAt = :at',
        ExpressionAttributeValues: { ':at': later(new Date(), -age).toISOString() },
      }),
    );
  }
}
