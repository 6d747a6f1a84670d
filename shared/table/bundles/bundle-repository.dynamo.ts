import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { Bundle } from '#shared/bundles/bundle.ts';
import type { BundleRepository } from '#shared/bundles/bundle-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import type { Remains } from '#shared/sweeping/sweep-repository.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { deleteItems } from '#shared/table/owned-items.dynamo.ts';
import { formatOf } from '#shared/table/read.dynamo.ts';
import { remainsIn } from '#shared/table/sweeping/remains.dynamo.ts';
import { type Step, transact, transactWithNested } from '#shared/table/transact.ts';
import {
  apiDefinitionEntity,
  bundleEntity,
  byId,
  documentEntity,
  eventDefinitionEntity,
  fromItem,
  specEntity,
  specPrefix,
} from './bundle-entities.dynamo.ts';
import { bundleSteps } from './bundle-steps.dynamo.ts';
import { keysWithin } from './keys-within.dynamo.ts';
import { partRepository } from './part-repository.dynamo.ts';

export function dynamoBundles(table: ControlPlaneTable): BundleRepository {
  const bundles = bundleEntity(table);
  const applications = applicationEntity(table);
  const specs = specEntity(table);
  const contents = bundleSteps(table);
  const changed = configurationChanged(table);
  const remains = remainsIn(table);
  const put = (bundle: Bundle) => ({ ...bundle, ...byId(bundle.tenant, bundle.id, 'Bundle') });

  return {
    insert: (added) => {
      const owner: Step = {
        write: applications
          .build(ConditionCheck)
          .key({ tenant: added.bundle.tenant, id: added.bundle.applicationId })
          .condition({ attr: 'id', exists: true }),
        refused: () => notFound('application', added.bundle.applicationId),
      };
      const [bundle, ...within] = contents(added);
      const visible = [owner, ...(bundle ? [bundle] : []), changed(added.bundle.tenant, added.bundle.applicationId)];
      return transactWithNested(visible, within, {
        watch: remains.whileWritten(remainsOf(added.bundle)),
        undo: async () => deleteItems(table, await keysWithin(table, added.bundle)),
      });
    },

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, 'Bundle');
      return item && fromItem(formatOf(bundles)(item));
    },

    replace: (next, expectedVersion) =>
      transact([
        {
          write: bundles
            .build(PutTransaction)
            .item(put(next))
            .options({ condition: { attr: 'version', eq: expectedVersion } }),
        },
        changed(next.tenant, next.applicationId),
      ]),

    delete: async (bundle) => {
      await transact([
        {
          write: bundles
            .build(DeleteTransaction)
            .key(bundle)
            .options({ condition: { attr: 'id', exists: true } }),
          refused: () => notFound('bundle', bundle.id),
        },
        changed(bundle.tenant, bundle.applicationId),
        remains.watchDeletion(remainsOf(bundle)),
      ]);
      await remains.finishDeletion(remainsOf(bundle));
    },

    itemTexts: async (tenant, applicationId, ownerIds) => {
      const partition = ownerPartition(tenant, 'application', applicationId);
      const items = await batchRead(
        table,
        ownerIds.map((id) => ({ pk: partition, sk: specPrefix + id })),
      );
      const texts = items.map(formatOf(specs));
      return new Map(texts.map(({ ownerId, data }) => [ownerId, data]));
    },

    apiDefinitions: partRepository(table, apiDefinitionEntity(table), 'ApiDefinition', fromItem),
    eventDefinitions: partRepository(table, eventDefinitionEntity(table), 'EventDefinition', fromItem),
    documents: partRepository(table, documentEntity(table), 'Document', fromItem),
  };
}

const remainsOf = ({ tenant, applicationId, id }: Bundle): Remains => ({
  tenant,
  kind: 'application',
  ownerId: applicationId,
  bundleId: id,
});
