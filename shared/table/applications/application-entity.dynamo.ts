import { Entity } from 'dynamodb-toolbox/entity';
import { any } from 'dynamodb-toolbox/schema/any';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import { type Application, applicationConditions } from '#shared/applications/application.ts';
import type { JsonValue } from '#shared/core/json.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dated, listed, type Read, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const applicationListing = (tenant: TenantId): string => tenantKey(tenant, 'APPLICATIONS');

export const applicationEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Application',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        providerName: string().optional(),
        description: string().optional(),
        healthCheckURL: string().optional(),
        baseUrl: string().optional(),
        applicationNamespace: string().optional(),
        localTenantID: string().optional(),
        integrationSystemID: string().optional(),
        applicationTemplateID: string().optional(),
        labels: record(string(), any().castAs<JsonValue>()),
        status: map({ condition: string().enum(...applicationConditions), timestamp: string() }),
        formations: record(string(), string()),
        configurationWebhookIds: list(string()),
        defaultEventingRuntimeId: string().optional(),
        ...dated,
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant, 'application', id), sk: headKey }),
    }),
);

/** Applications are listed in the order of their ids, which is the order of their registration. */
export const toItem = (application: Application) => ({
  ...application,
  configurationWebhookIds: [...application.configurationWebhookIds],
  formations: { ...application.formations },
  listPk: applicationListing(application.tenant),
  listSk: application.id,
});

export const fromItem = ({ listPk, listSk, ...item }: StoredItem<typeof applicationEntity>): Read<Application, typeof applicationEntity> =>
  item;
