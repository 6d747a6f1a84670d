import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { shardOf } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from './attributes.ts';
import { type ControlPlaneTable, tenantKey } from './control-plane-table.ts';
import { queryAllOf } from './read.dynamo.ts';
import type { Step } from './transact.ts';

/** Enough shards that concurrent registrations in one tenant seldom meet on the same item. */
const shards = 8;

export type CountedKind = 'APPLICATION' | 'APPLICATIONTEMPLATE' | 'RUNTIME' | 'FORMATION' | 'INTEGRATIONSYSTEM';

/** Counts a tenant's objects of one kind in the transactions that create and delete them. */
export function counter(table: ControlPlaneTable, kind: CountedKind) {
  const entity = new Entity({
    name: 'Counter',
    table,
    timestamps: false,
    schema: item({ tenant: tenantOfItem, shard: string().key(), count: number() }),
    computeKey: ({ tenant, shard }) => ({ pk: tenantKey(tenant, 'COUNT', kind), sk: shard }),
  });
  return {
    /** `id` chooses the shard. A transaction may touch an item once, so several additions must be one. */
    add: (tenant: TenantId, id: string, amount: number): Step => ({
      write: entity.build(UpdateTransaction).item({ tenant, shard: String(shardOf(id, shards)), count: $add(amount) }),
    }),
    total: async (tenant: TenantId): Promise<number> => {
      const shardCounts = await queryAllOf(entity, table, { partition: tenantKey(tenant, 'COUNT', kind) });
      return shardCounts.reduce((sum, { count }) => sum + count, 0);
    },
  };
}
