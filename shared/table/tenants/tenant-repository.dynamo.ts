import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove, $set } from 'dynamodb-toolbox/entity/actions/update';
import { any } from 'dynamodb-toolbox/schema/any';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import type { JsonValue } from '#shared/core/json.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { listed, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, headKey, tenantPartition } from '#shared/table/control-plane-table.ts';
import { type CountedKind, counter } from '#shared/table/counters.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { countAll, formatOf, getByKey, isThere } from '#shared/table/read.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { deleteIfThere } from '#shared/table/write.dynamo.ts';
import type { Tenant } from '#shared/tenants/tenant.ts';
import type { TenantRepository } from '#shared/tenants/tenant-repository.ts';

/** Listing of all tenants: only operators read this partition of the index. */
const listing = 'TENANTS';

const counted: Readonly<Record<CountedKind, string>> = {
  APPLICATION: 'applications',
  APPLICATIONTEMPLATE: 'application templates',
  RUNTIME: 'runtimes',
  FORMATION: 'formations',
  INTEGRATIONSYSTEM: 'integration systems',
  PROVISIONING: 'provisioned runtimes',
};

export const tenantEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Tenant',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        name: string().optional(),
        tenantType: string(),
        provider: string().optional(),
        parents: list(string()),
        subdomain: string().optional(),
        region: string().optional(),
        licenseType: string().optional(),
        customerID: string().optional(),
        costObjectID: string().optional(),
        costObjectType: string().optional(),
        labels: record(string(), any().castAs<JsonValue>()).optional(),
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant }) => keyOf(tenant),
    }),
);

const keyOf = (tenant: TenantId) => ({ pk: tenantPartition(tenant), sk: headKey });

const optionals = ['name', 'provider', 'subdomain', 'region', 'licenseType', 'customerID', 'costObjectID', 'costObjectType'] as const;

function fromItem({ tenant, tenantType, version, changedBy, listPk, listSk, ...fields }: StoredItem<typeof tenantEntity>): Tenant {
  return { ...fields, id: tenant, type: tenantType };
}

export function dynamoTenants(table: ControlPlaneTable): TenantRepository {
  const tenants = tenantEntity(table);
  const counters = Object.entries(counted).map(([kind, name]) => [name, counter(table, kind as CountedKind)] as const);

  const attributesOf = (tenant: Tenant, changedBy: string) => ({
    ...Object.fromEntries(optionals.map((name) => [name, tenant[name] ?? $remove()])),
    tenant: tenant.id,
    tenantType: tenant.type,
    parents: $set([...tenant.parents]),
    version: $add(1),
    changedBy,
    listPk: listing,
    listSk: tenant.id,
  });

  return {
    isDescribed: (id) => isThere(table, keyOf(id)),

    findMany: async (ids) => (await batchRead(table, ids.map(keyOf))).map(formatOf(tenants)).map(fromItem),

    list: (page) => listingPage(tenants, table, { partition: listing, fromItem, keyOf: ({ id }) => id }, page),

    count: () => countAll(table, { index: 'listing', partition: listing }),

    write: (written, changedBy) =>
      transact(
        written.map((tenant) => ({
          write: tenants.build(UpdateTransaction).item(attributesOf(tenant, changedBy)),
        })),
      ),

    change: (id, next, { changedBy, initial }) =>
      retryOnConflict(async () => {
        const found = await getByKey(tenants, { tenant: id });
        const current = found ? fromItem(found) : initial;
        if (!current) return undefined;
        const changed = next(current);
        await transact([
          {
            write: tenants
              .build(UpdateTransaction)
              .item({ ...attributesOf(changed, changedBy), ...(changed.labels && { labels: $set(changed.labels) }) })
              .options({ condition: found ? { attr: 'version', eq: found.version } : { attr: 'version', exists: false } }),
          },
        ]);
        return changed;
      }),

    delete: (tenant) => deleteIfThere(tenants, { tenant }),

    objects: async (tenant) => {
      const totals = await Promise.all(counters.map(async ([name, { total }]) => [name, await total(tenant)] as const));
      return new Map(totals.filter(([, total]) => total > 0));
    },
  };
}
