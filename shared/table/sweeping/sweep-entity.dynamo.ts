import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { foundById, tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const sweepEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Sweep',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        kind: string().enum('application', 'runtime', 'integration_system').key(),
        ownerId: string().key(),
        bundleId: string().key().optional(),
        deletedAt: string().optional(),
        deletedBy: string().optional(),
        ...foundById,
      }),
      computeKey: ({ tenant, kind, ownerId, bundleId }) => ({
        pk: tenantKey(tenant, 'SWEEP', kind, ownerId, ...(bundleId ? [bundleId] : [])),
        sk: headKey,
      }),
    }),
);
