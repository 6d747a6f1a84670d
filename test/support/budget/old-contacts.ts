import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { later, minutes } from '#shared/core/clock.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';

/** Dates every noted contact back by an hour, so that the next call of each credential is noted. */
export async function makeContactsOld(table: ControlPlaneTable): Promise<void> {
  const client = table.getDocumentClient();
  const input = { TableName: table.getName(), FilterExpression: 'attribute_exists(lastSeenAt)', ProjectionExpression: 'pk, sk' };
  const { Items = [] } = await client.send(new ScanCommand(input));
  for (const { pk, sk } of Items) {
    await client.send(
      new UpdateCommand({
        TableName: table.getName(),
        Key: { pk, sk },
        UpdateExpression: 'SET lastSeenAt = :at',
        ExpressionAttributeValues: { ':at': later(new Date(), -minutes(60)).toISOString() },
      }),
    );
  }
}
