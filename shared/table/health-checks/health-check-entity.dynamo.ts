import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { healthConditions } from '#shared/health-checks/health-check.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { dueKeys } from '#shared/table/due-items.dynamo.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

export const healthCheckListing = (tenant: TenantId): string => tenantKey(tenant, 'HEALTHCHECKS');

/** The health check of an Application, in its partition but not read with it. It is listed once it has a result. */
export const healthCheckEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'HealthCheck',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        applicationId: string().key(),
        url: string().optional(),
        condition: string()
          .enum(...healthConditions)
          .optional(),
        message: string().optional(),
        probedAt: string().optional(),
        ...versioned,
        idPk: string().optional(),
        idSk: string().optional(),
        listPk: string().optional(),
        listSk: string().optional(),
      }),
      computeKey: ({ tenant, applicationId }) => ({
        pk: ownerPartition(tenant, 'application', applicationId),
        sk: `${unlistedPrefix}HEALTHCHECK`,
      }),
    }),
);

interface Watched {
  readonly tenant: TenantId;
  readonly id: string;
  readonly healthCheckURL?: string;
  readonly changedBy: string;
}

/** Writes that keep the health check of an Application current, as part of the transaction that changes the Application. */
export function healthCheckSteps(table: ControlPlaneTable) {
  const checks = healthCheckEntity(table);
  const noResult = { condition: $remove(), message: $remove(), probedAt: $remove(), listPk: $remove(), listSk: $remove() };

  return {
    /** Replaces the health check by that of the Application's present URL, or deletes it. Results of another URL are dropped. */
    follow: ({ tenant, id: applicationId, healthCheckURL: url, changedBy }: Watched, now: Date): Step => ({
      write: checks.build(UpdateTransaction).item({
        tenant,
        applicationId,
        ...noResult,
        ...(url ? { url, ...dueKeys('HEALTHCHECK', applicationId, now) } : { url: $remove(), idPk: $remove(), idSk: $remove() }),
        version: $add(1),
        changedBy,
      }),
    }),

    end: (tenant: TenantId, applicationId: string): Step => ({ write: checks.build(DeleteTransaction).key({ tenant, applicationId }) }),
  };
}
