import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { map } from 'dynamodb-toolbox/schema/map';
import { string } from 'dynamodb-toolbox/schema/string';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dated, foundById, type Read, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { bundlePrefix, byId } from './bundle-entities.dynamo.ts';

export const instanceAuthEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'BundleInstanceAuth',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        applicationId: string().key(),
        bundleId: string().key(),
        id: string().key(),
        context: string().optional(),
        inputParams: string().optional(),
        auth: string().optional(),
        status: map({
          condition: string().enum('PENDING', 'SUCCEEDED', 'FAILED', 'UNUSED'),
          timestamp: string(),
          message: string(),
          reason: string(),
        }),
        runtimeId: string().optional(),
        ...dated,
        ...versioned,
        ...foundById,
        listPk: string().optional(),
        listSk: string().optional(),
      }),
      // In the Application's partition, so that reading the Application reads them.
      computeKey: ({ tenant, applicationId, bundleId, id }) => ({
        pk: ownerPartition(tenant, 'application', applicationId),
        sk: `${bundlePrefix}${bundleId}#AUTH#${id}`,
      }),
    }),
);

/** The index partition with the instance auths of a Runtime. */
export const runtimeListing = (tenant: TenantId, runtimeId: string): string => tenantKey(tenant, 'RT', runtimeId, 'INSTANCEAUTHS');

export const toItem = (auth: BundleInstanceAuth) => ({
  ...auth,
  ...byId(auth.tenant, auth.id, 'BundleInstanceAuth'),
  ...(auth.runtimeId ? { listPk: runtimeListing(auth.tenant, auth.runtimeId), listSk: auth.id } : {}),
});

export const fromItem = ({
  idPk,
  idSk,
  listPk,
  listSk,
  ...auth
}: StoredItem<typeof instanceAuthEntity>): Read<BundleInstanceAuth, typeof instanceAuthEntity> => auth;
