import { Entity } from 'dynamodb-toolbox/entity';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { partOf } from '#shared/configuration/configuration-revision.ts';
import type { ConfigurationRevisionRepository } from '#shared/configuration/configuration-revision-repository.ts';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';

const partition = (tenant: TenantId): string => tenantKey(tenant, 'CONFIGURATION');

export const revisionEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ConfigurationRevision',
      table,
      timestamps: false,
      schema: item({ tenant: tenantOfItem, part: string().key(), revision: string() }),
      computeKey: ({ tenant, part }) => ({ pk: partition(tenant), sk: part }),
    }),
);

export function dynamoConfigurationRevisions(table: ControlPlaneTable): ConfigurationRevisionRepository {
  const revisions = revisionEntity(table);
  return {
    current: async (tenant) => {
      const items = await queryAllOf(revisions, table, { partition: partition(tenant) });
      return new Map(items.map(({ part, revision }) => [part, revision]));
    },
  };
}

/**
 * Replaces a part of the revision, as a step of every transaction that changes a configuration. `id` is the changed Application or Runtime. A
 * transaction may have the step once.
 */
export function configurationChanged(table: ControlPlaneTable): (tenant: TenantId, id: string) => Step {
  const revisions = revisionEntity(table);
  return (tenant, id) => ({ write: revisions.build(PutTransaction).item({ tenant, part: partOf(id), revision: newId() }) });
}
