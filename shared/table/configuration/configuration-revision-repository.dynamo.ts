import { Entity } from 'dynamodb-toolbox/entity';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $get } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { type ConfigurationChange, changesKeptFor } from '#shared/configuration/configuration-change.ts';
import { partOf } from '#shared/configuration/configuration-revision.ts';
import type { ConfigurationRevisionRepository } from '#shared/configuration/configuration-revision-repository.ts';
import { epochSeconds } from '#shared/core/clock.ts';
import { createdAtOf, firstIdAt, newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { formatOf, queryAllOf, queryPage } from '#shared/table/read.dynamo.ts';
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

const changesPartition = (tenant: TenantId): string => tenantKey(tenant, 'CONFIGURATIONCHANGES');

/** A change of what is polled, which is deleted a day later. */
export const changeEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ConfigurationChange',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        /** The part of the revision that the same transaction wrote. */
        revision: string().key(),
        kind: string().enum('application', 'runtime'),
        objectId: string(),
        formations: list(string()),
        expiresAt: number(),
      }),
      computeKey: ({ tenant, revision }) => ({ pk: changesPartition(tenant), sk: revision }),
    }),
);

/** Maximum number of changes that a poll looks at; where there are more, it reads its configuration. */
const maxChanges = 100;

export function dynamoConfigurationRevisions(table: ControlPlaneTable): ConfigurationRevisionRepository {
  const revisions = revisionEntity(table);
  const changes = changeEntity(table);
  return {
    current: async (tenant) => {
      const items = await queryAllOf(revisions, table, { partition: partition(tenant) });
      return {
        revision: new Map(items.map(({ part, revision }) => [part, revision])),
        generations: new Map(items.flatMap(({ part, generation }) => (generation === undefined ? [] : [[part, generation]]))),
      };
    },

    changesSince: async (tenant, time) => {
      const query = { partition: changesPartition(tenant), range: { above: firstIdAt(time) } };
      const { items, more } = await queryPage(table, query, maxChanges);
      return more ? undefined : items.map(formatOf(changes));
    },
  };
}

/**
 * Steps of every transaction that changes a configuration. They replace a part of the revision, by the id of the changed Application or Runtime, note
 * the change, and end the view of an Application. A transaction may have them once. `formations` are those that the writer knows: all that the object
 * enters or leaves must be among them.
 */
export function configurationChanged(table: ControlPlaneTable) {
  const revisions = revisionEntity(table);
  const changes = changeEntity(table);
  const views = viewSteps(table);

  const note = (tenant: TenantId, { kind, objectId, formations }: ConfigurationChange): Step[] => {
    const revision = newId();
    const expiresAt = epochSeconds(new Date((createdAtOf(revision) ?? 0) + changesKeptFor));
    return [
      {
        write: revisions
          .build(UpdateTransaction)
          .item({ tenant, part: partOf(objectId), revision, generation: $get('generation', newId()) }),
      },
      { write: changes.build(PutTransaction).item({ tenant, revision, kind, objectId, formations: [...formations], expiresAt }) },
    ];
  };
  const noteApplication = (tenant: TenantId, objectId: string, formations: readonly string[] = []): Step[] =>
    note(tenant, { kind: 'application', objectId, formations });

  return {
    /** The Application, or what is in it, changes. */
    byApplication: (tenant: TenantId, id: string, formations?: readonly string[]): Step[] => [
      ...noteApplication(tenant, id, formations),
      views.end(tenant, id),
    ],
    /** The Application is deleted. */
    byDeletion: (tenant: TenantId, id: string, formations: readonly string[]): Step[] => [
      ...noteApplication(tenant, id, formations),
      views.delete(tenant, id),
    ],
    /** An Application is registered, which has no view yet. */
    byRegistration: noteApplication,
    /** A Runtime changes. */
    byRuntime: (tenant: TenantId, objectId: string, formations: readonly string[]): Step[] =>
      note(tenant, { kind: 'runtime', objectId, formations }),
  };
}
