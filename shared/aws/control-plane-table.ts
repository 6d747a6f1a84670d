import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Table } from 'dynamodb-toolbox/table';
import type { OwnerKind } from '../core/actor.ts';
import type { TenantId } from '../core/tenant-id.ts';

export type ControlPlaneTable = ReturnType<typeof controlPlaneTable>;

export function controlPlaneTable(client: DynamoDBDocumentClient, name: string) {
  return new Table({
    documentClient: client,
    name,
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: {
      byId: { type: 'global', partitionKey: { name: 'idPk', type: 'string' }, sortKey: { name: 'idSk', type: 'string' } },
      listing: { type: 'global', partitionKey: { name: 'listPk', type: 'string' }, sortKey: { name: 'listSk', type: 'string' } },
    },
    entityAttributeSavedAs: 'type',
  });
}

/** Every partition begins with the tenant: no key can be built without a proven one. */
export const tenantKey = (tenant: TenantId, ...parts: string[]): string => ['T', tenant, ...parts].join('#');

/** The partition that holds an Application or Runtime with everything under it. */
export const ownerPartition = (tenant: TenantId, kind: OwnerKind, id: string): string =>
  tenantKey(tenant, kind === 'application' ? 'APP' : 'RT', id);

/** The sort key of the Application or Runtime itself. */
export const headKey = 'HEAD';
