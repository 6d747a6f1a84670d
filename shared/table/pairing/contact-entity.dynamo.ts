import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const contactKey = `${unlistedPrefix}CONTACT`;

/** The last contact of a Runtime. It is small and in no index, so that noting a contact costs one unit. */
export const contactEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Contact',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        runtimeId: string().key(),
        lastSeenAt: string(),
        // The table's time to live: a contact that is noted after its Runtime was deleted goes by itself.
        expiresAt: number(),
      }),
      computeKey: ({ tenant, runtimeId }) => ({
        pk: ownerPartition(tenant, 'runtime', runtimeId),
        sk: contactKey,
      }),
    }),
);
