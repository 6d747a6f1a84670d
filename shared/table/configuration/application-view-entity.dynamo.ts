import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $remove } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

/** The sort key of the view in the partition of its Application. */
export const viewKey = `${unlistedPrefix}VIEW`;

/** The part of an Application that polls read, as one item. Only a reader adds the content; every change takes it away. */
export const viewEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ApplicationView',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        applicationId: string().key(),
        /** A UUID v7 that every change replaces. Absent before the first change. */
        stamp: string().optional(),
        /** JSON of the parts. */
        content: string().optional(),
        /** The generation of the revision's part that the content was read under. */
        generation: string().optional(),
        expiresAt: number().optional(),
      }),
      computeKey: ({ tenant, applicationId }) => ({ pk: ownerPartition(tenant, 'application', applicationId), sk: viewKey }),
    }),
);

export function viewSteps(table: ControlPlaneTable) {
  const views = viewEntity(table);
  return {
    end: (tenant: TenantId, applicationId: string): Step => ({
      write: views
        .build(UpdateTransaction)
        .item({ tenant, applicationId, stamp: newId(), content: $remove(), generation: $remove(), expiresAt: $remove() }),
    }),
    delete: (tenant: TenantId, applicationId: string): Step => ({ write: views.build(DeleteTransaction).key({ tenant, applicationId }) }),
  };
}
