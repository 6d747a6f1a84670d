import { Entity } from 'dynamodb-toolbox/entity';
import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { isConcurrentUpdate } from '#shared/core/errors.ts';
import { shardOf } from '#shared/core/ids.ts';
import { type QuotaName, quotaExceeded } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from './attributes.ts';
import { type ControlPlaneTable, tenantKey } from './control-plane-table.ts';
import { isSettled, partedFor, roomiest, type Shard, shardCount, shardsFrom, totalOf } from './counter-shards.ts';
import { queryAllOf } from './read.dynamo.ts';
import { type Step, transact } from './transact.ts';

const quotaOf = {
  APPLICATION: 'applications',
  APPLICATIONTEMPLATE: 'applicationTemplates',
  RUNTIME: 'runtimes',
  FORMATION: 'formations',
  INTEGRATIONSYSTEM: 'integrationSystems',
  PROVISIONING: 'provisionedRuntimes',
} as const satisfies Record<string, QuotaName>;

export type CountedKind = keyof typeof quotaOf;

/**
 * Counts a tenant's objects of one kind in the transactions that create and delete them, and keeps their number within its quota. Each shard has a
 * part of the remaining quota: an addition takes from one shard, a deletion gives back to one. If a shard has too little, all are read, and the
 * remaining quota is divided again or taken from another shard. So the sum is exact and never exceeds the limit. The quota is also divided before the
 * first object, under a new limit, and after counts of earlier releases.
 */
export function counter(table: ControlPlaneTable, kind: CountedKind) {
  const entity = new Entity({
    name: 'Counter',
    table,
    timestamps: false,
    schema: item({
      tenant: tenantOfItem,
      shard: string().key(),
      count: number(),
      room: number().optional(),
      /** The limit of the latest division. Absent in counts of earlier releases. */
      limit: number().optional(),
    }),
    computeKey: ({ tenant, shard }) => ({ pk: tenantKey(tenant, 'COUNT', kind), sk: shard }),
  });
  const quota = quotaOf[kind];
  const limit = table.limits[quota];

  const shardsOf = async (tenant: TenantId): Promise<Shard[]> =>
    shardsFrom(await queryAllOf(entity, table, { partition: tenantKey(tenant, 'COUNT', kind) }));

  const take = (tenant: TenantId, id: string, amount: number, index = shardOf(id, shardCount)): Step => {
    const hasRoom: Condition<typeof entity> = {
      and: [
        { attr: 'limit', eq: limit },
        { attr: 'room', gte: amount },
      ],
    };
    return {
      write: entity
        .build(UpdateTransaction)
        .item({ tenant, shard: String(index), count: $add(amount), room: $add(-amount) })
        .options({ condition: hasRoom }),
      instead: () => takeElsewhere(tenant, id, amount),
    };
  };

  /** Throws QuotaExceeded if no quota remains in all shards. */
  const takeElsewhere = async (tenant: TenantId, id: string, amount: number): Promise<Step> => {
    const shards = await shardsOf(tenant);
    const left = limit - totalOf(shards);
    if (left < amount) throw quotaExceeded(quota, { kind: 'tenant', id: tenant }, table.limits);
    const own = shardOf(id, shardCount);
    const index = isSettled(shards, limit) ? roomiest(shards, own, amount, left) : undefined;
    if (index === undefined) await part(tenant, shards, partedFor(own, amount, left));
    return take(tenant, id, amount, index ?? own);
  };

  /** Stores the division, unless a shard has changed since it was read; then all are read again. */
  const part = async (tenant: TenantId, shards: readonly Shard[], rooms: readonly number[]): Promise<void> => {
    const steps = shards.map(({ count, room, isNew }, index): Step => {
      const seenRoom: Condition<typeof entity> = room === undefined ? { attr: 'room', exists: false } : { attr: 'room', eq: room };
      const seen: Condition<typeof entity> = isNew ? { attr: 'count', exists: false } : { and: [{ attr: 'count', eq: count }, seenRoom] };
      return {
        write: entity
          .build(UpdateTransaction)
          .item({ tenant, shard: String(index), count, room: rooms[index] ?? 0, limit })
          .options({ condition: seen }),
      };
    });
    try {
      await transact(steps);
    } catch (error) {
      if (!isConcurrentUpdate(error)) throw error;
    }
  };

  return {
    /**
     * `id` chooses the shard. A transaction may touch an item once, so several additions must be one. Throws QuotaExceeded if the tenant would have
     * too many. A negative amount gives back.
     */
    add: (tenant: TenantId, id: string, amount: number): Step =>
      amount > 0
        ? take(tenant, id, amount)
        : {
            write: entity
              .build(UpdateTransaction)
              .item({ tenant, shard: String(shardOf(id, shardCount)), count: $add(amount), room: $add(-amount) }),
          },
    total: async (tenant: TenantId): Promise<number> => totalOf(await shardsOf(tenant)),
  };
}
