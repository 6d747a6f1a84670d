import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { isUuid } from '#shared/core/ids.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';
import type { IntegrationSystem } from '#shared/integration-systems/integration-system.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';

/** A partition without a tenant: other tenants know the id of an integration system of all tenants only, and this item names where it is. */
export const systemOfAllTenantsEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'SystemOfAllTenants',
      table,
      timestamps: false,
      schema: item({ id: string().key(), tenant: string() }),
      computeKey: ({ id }) => ({ pk: `INTSYS#${id}`, sk: 'INTSYS' }),
    }),
);

/** Finds the integration systems of all tenants by their ids. */
export function systemsOfAllTenants(table: ControlPlaneTable) {
  const entries = systemOfAllTenantsEntity(table);
  return {
    /** The tenant in which an integration system of all tenants was registered; undefined if there is none with this id. */
    homeOf: async (id: string): Promise<TenantId | undefined> => {
      const found = isUuid(id) ? await getByKey(entries, { id }) : undefined;
      return found && tenantId(found.tenant);
    },

    enter: ({ allTenants, id, tenant }: IntegrationSystem): Step[] =>
      allTenants
        ? [
            {
              write: entries
                .build(PutTransaction)
                .item({ id, tenant })
                .options({ condition: { attr: 'tenant', exists: false } }),
            },
          ]
        : [],

    remove: ({ allTenants, id }: IntegrationSystem): Step[] =>
      allTenants ? [{ write: entries.build(DeleteTransaction).key({ id }) }] : [],
  };
}
