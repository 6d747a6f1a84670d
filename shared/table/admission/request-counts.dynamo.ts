import { Entity } from 'dynamodb-toolbox/entity';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { RequestCounts } from '#shared/admission/request-counts.ts';
import { epochSeconds, hours, later } from '#shared/core/clock.ts';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { add } from '#shared/table/write.dynamo.ts';

/** Time for which a count is kept after its period began. */
const keptFor = hours(1);

export const requestCountEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'RequestCount',
      table,
      timestamps: false,
      schema: item({ tenant: tenantOfItem, period: string().key(), requests: number(), expiresAt: number() }),
      computeKey: ({ tenant, period }) => ({ pk: tenantKey(tenant, 'REQUESTS'), sk: period }),
    }),
);

/** Adds to a count twice if the answer of an addition is lost: the limit is approximate. */
export function dynamoRequestCounts(table: ControlPlaneTable): RequestCounts {
  const counts = requestCountEntity(table);
  return {
    add: async (tenant, begin, requests) => {
      const kept = { tenant, period: begin.toISOString(), expiresAt: epochSeconds(later(begin, keptFor)) };
      return (await add(counts, { ...kept, requests: $add(requests) })).requests;
    },
  };
}
