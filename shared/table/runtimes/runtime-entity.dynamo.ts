import { Entity } from 'dynamodb-toolbox/entity';
import { any } from 'dynamodb-toolbox/schema/any';
import { item } from 'dynamodb-toolbox/schema/item';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import type { JsonValue } from '#shared/core/json.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { listKey, type Runtime, runtimeConditions } from '#shared/runtimes/runtime.ts';
import { type ControlPlaneTable, headKey, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';

export const runtimeListing = (tenant: TenantId): string => tenantKey(tenant, 'RUNTIMES');

export const runtimeEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'Runtime',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      name: string(),
      description: string().optional(),
      applicationNamespace: string().optional(),
      labels: record(string(), any().castAs<JsonValue>()),
      status: map({ condition: string().enum(...runtimeConditions), timestamp: string() }),
      formations: record(string(), string()),
      createdAt: string(),
      updatedAt: string(),
      version: number(),
      changedBy: string(),
      listPk: string(),
      listSk: string(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant as TenantId, 'runtime', id), sk: headKey }),
  });

export const toItem = (runtime: Runtime) => ({
  ...runtime,
  formations: { ...runtime.formations },
  listPk: runtimeListing(runtime.tenant),
  listSk: listKey(runtime),
});

type StoredItem = Omit<ReturnType<typeof toItem>, 'tenant'> & { tenant: string };

export const fromItem = ({ listPk, listSk, ...item }: StoredItem): Runtime => ({ ...item, tenant: item.tenant as TenantId });
