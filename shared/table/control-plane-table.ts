import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Table } from 'dynamodb-toolbox/table';
import type { ConsumerKind } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { defaultLimits, type Limits } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';

export type ControlPlaneTable = ReturnType<typeof controlPlaneTable>;

/** The table with the limits of its quotas. */
export function controlPlaneTable(client: DynamoDBDocumentClient, name: string, limits: Limits = defaultLimits) {
  const table = new Table({
    documentClient: client,
    name,
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: {
      byId: { type: 'global', partitionKey: { name: 'idPk', type: 'string' }, sortKey: { name: 'idSk', type: 'string' } },
      listing: { type: 'global', partitionKey: { name: 'listPk', type: 'string' }, sortKey: { name: 'listSk', type: 'string' } },
      log: { type: 'global', partitionKey: { name: 'logPk', type: 'string' }, sortKey: { name: 'logSk', type: 'string' } },
    },
    entityAttributeSavedAs: 'type',
  });
  return Object.assign(table, { limits });
}

/** Maximum bytes of a partition key in DynamoDB. Valid ids and names are far shorter. */
const maxKeyBytes = 2048;

/** Every partition begins with the tenant: no key can be built without a proven one. Throws InvalidData for an id or name beyond all limits. */
export function tenantKey(tenant: TenantId, ...parts: string[]): string {
  const key = ['T', tenant, ...parts].join('#');
  if (Buffer.byteLength(key) > maxKeyBytes) throw new AppError('InvalidData', 'an id or name exceeds the length of a key');
  return key;
}

export type PartitionedKind = ConsumerKind | 'application_template';

const ownerPrefixes: Readonly<Record<PartitionedKind, string>> = {
  application: 'APP',
  runtime: 'RT',
  integration_system: 'INTSYS',
  application_template: 'APPTEMPLATE',
};

/** The partition of an Application, Runtime, integration system or application template with its nested objects. */
export const ownerPartition = (tenant: TenantId, kind: PartitionedKind, id: string): string => tenantKey(tenant, ownerPrefixes[kind], id);

/** The partition of items that a tenant has once. */
export const tenantPartition = (tenant: TenantId): string => tenantKey(tenant, 'TENANT');

/** The sort key of the object itself in such a partition. */
export const headKey = 'HEAD';

/** Prefix of the sort keys that come after everything that is read together with an Application or Runtime. */
export const unlistedPrefix = '~';
