import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { dueKeys } from '#shared/table/due-items.dynamo.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

/** The liveness of a Runtime. While it is connected, it is due at the time when it counts as disconnected without another contact. */
export const livenessEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'RuntimeLiveness',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        runtimeId: string().key(),
        state: string().enum('CONNECTED', 'DISCONNECTED'),
        lastSeenAt: string().optional(),
        ...versioned,
        idPk: string().optional(),
        idSk: string().optional(),
      }),
      computeKey: ({ tenant, runtimeId }) => ({
        pk: ownerPartition(tenant, 'runtime', runtimeId),
        sk: `${unlistedPrefix}LIVENESS`,
      }),
    }),
);

export function livenessSteps(table: ControlPlaneTable) {
  const liveness = livenessEntity(table);
  return {
    /** A deleted liveness means a deleted Runtime, not a silent one. */
    end: (tenant: TenantId, runtimeId: string): Step => ({ write: liveness.build(DeleteTransaction).key({ tenant, runtimeId }) }),

    /** Marks the Runtime as connected and due for its next check. */
    watch: ({ tenant, id: runtimeId }: { tenant: TenantId; id: string }, silentAt: Date): Step => ({
      write: liveness.build(UpdateTransaction).item({
        tenant,
        runtimeId,
        state: 'CONNECTED',
        lastSeenAt: $remove(),
        ...dueKeys('LIVENESS', runtimeId, silentAt),
        version: $add(1),
        changedBy: `runtime/${runtimeId}`,
      }),
    }),
  };
}
