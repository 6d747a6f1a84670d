import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $get } from 'dynamodb-toolbox/entity/actions/update';
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
import { viewSteps } from './application-view-entity.dynamo.ts';

const partition = (tenant: TenantId): string => tenantKey(tenant, 'CONFIGURATION');

export const revisionEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ConfigurationRevision',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        part: string().key(),
        revision: string(),
        /** Stays until a release without views puts the item. Absent in items of such releases. */
        generation: string().optional(),
      }),
      computeKey: ({ tenant, part }) => ({ pk: partition(tenant), sk: part }),
    }),
);

export function dynamoConfigurationRevisions(table: ControlPlaneTable): ConfigurationRevisionRepository {
  const revisions = revisionEntity(table);
  return {
    current: async (tenant) => {
      const items = await queryAllOf(revisions, table, { partition: partition(tenant) });
      return {
        revision: new Map(items.map(({ part, revision }) => [part, revision])),
        generations: new Map(items.flatMap(({ part, generation }) => (generation === undefined ? [] : [[part, generation]]))),
      };
    },
  };
}

/**
 * Steps of every transaction that changes a configuration. They replace a part of the revision, by the id of the changed Application or Runtime, and
 * end the view of an Application. A transaction may have them once.
 */
export function configurationChanged(table: ControlPlaneTable) {
  const revisions = revisionEntity(table);
  const views = viewSteps(table);
  const replacePart = (tenant: TenantId, id: string): Step => ({
    write: revisions
      .build(UpdateTransaction)
      .item({ tenant, part: partOf(id), revision: newId(), generation: $get('generation', newId()) }),
  });
  return {
    /** The Application, or what is in it, changes. */
    byApplication: (tenant: TenantId, id: string): Step[] => [replacePart(tenant, id), views.end(tenant, id)],
    /** The Application is deleted. */
    byDeletion: (tenant: TenantId, id: string): Step[] => [replacePart(tenant, id), views.delete(tenant, id)],
    /** A Runtime changes, or an Application is registered, which has no view yet. */
    byOther: (tenant: TenantId, id: string): Step[] => [replacePart(tenant, id)],
  };
}
