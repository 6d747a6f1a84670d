import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantKey } from '#shared/table/control-plane-table.ts';
import type { CountedKind } from '#shared/table/counters.dynamo.ts';
import type { Dynamo } from './engines.ts';

/** Stores the parts of a tenant's count as code did that knew no limit; a part of 0 is not there. */
export async function storeOldCounts(
  { client, tableName }: Pick<Dynamo, 'client' | 'tableName'>,
  tenant: TenantId,
  kind: CountedKind,
  counts: readonly number[],
): Promise<void> {
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    const Item = { pk: tenantKey(tenant, 'COUNT', kind), sk: String(index), type: 'Counter', tenant, shard: String(index), count };
    await client.send(new PutCommand({ TableName: tableName, Item }));
  }
}
