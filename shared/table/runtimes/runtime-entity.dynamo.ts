import { Entity } from 'dynamodb-toolbox/entity';
import { any } from 'dynamodb-toolbox/schema/any';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import type { JsonValue } from '#shared/core/json.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { listKey, type Runtime, runtimeConditions } from '#shared/runtimes/runtime.ts';
import { dated, listed, type Read, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const runtimeListing = (tenant: TenantId): string => tenantKey(tenant, 'RUNTIMES');

export const runtimeEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Runtime',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        description: string().optional(),
        applicationNamespace: string().optional(),
        labels: record(string(), any().castAs<JsonValue>()),
        ownLabels: list(string()).optional(),
        status: map({ condition: string().enum(...runtimeConditions), timestamp: string() }),
        formations: record(string(), string()),
        ...dated,
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant, 'runtime', id), sk: headKey }),
    }),
);

export const toItem = (runtime: Runtime) => ({
  ...runtime,
  ownLabels: runtime.ownLabels?.length ? [...runtime.ownLabels] : undefined,
  formations: { ...runtime.formations },
  listPk: runtimeListing(runtime.tenant),
  listSk: listKey(runtime),
});

export const fromItem = ({ listPk, listSk, ...item }: StoredItem<typeof runtimeEntity>): Read<Runtime, typeof runtimeEntity> => item;
