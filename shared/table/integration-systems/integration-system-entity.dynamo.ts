import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { notFound } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { IntegrationSystem } from '#shared/integration-systems/integration-system.ts';
import { dated, listed, type Read, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';
import { systemsOfAllTenants } from './systems-of-all-tenants.dynamo.ts';

export const integrationSystemListing = (tenant: TenantId): string => tenantKey(tenant, 'INTEGRATIONSYSTEMS');

export const integrationSystemEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'IntegrationSystem',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        description: string().optional(),
        allTenants: boolean().enum(true).optional(),
        applicationCount: number(),
        ...dated,
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant, 'integration_system', id), sk: headKey }),
    }),
);

/** They are listed in the order of their ids. */
export const toItem = (system: IntegrationSystem) => ({
  ...system,
  listPk: integrationSystemListing(system.tenant),
  listSk: system.id,
});

export const fromItem = ({
  listPk,
  listSk,
  ...item
}: StoredItem<typeof integrationSystemEntity>): Read<IntegrationSystem, typeof integrationSystemEntity> => item;

/** An Application's reference to its integration system. */
interface Reference {
  readonly tenant: TenantId;
  readonly integrationSystemID?: string;
  readonly changedBy: string;
}

/**
 * Counts an Application on the integration system that it names, if it names one: the system must be there, in the tenant or as one of all tenants.
 * Where it is never changes, so that the read before the transaction needs no condition.
 */
export function integrationSystemCount(table: ControlPlaneTable) {
  const systems = integrationSystemEntity(table);
  const { homeOf } = systemsOfAllTenants(table);
  return async ({ tenant, integrationSystemID: id, changedBy }: Reference, amount: 1 | -1): Promise<Step[]> =>
    id === undefined
      ? []
      : [
          {
            write: systems
              .build(UpdateTransaction)
              .item({ tenant: (await homeOf(id)) ?? tenant, id, applicationCount: $add(amount), version: $add(1), changedBy })
              .options({ condition: { attr: 'name', exists: true } }),
            refused: () => notFound('integrationSystem', id),
          },
        ];
}
