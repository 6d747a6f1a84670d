import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { bundleTooLarge } from '#shared/applications/application-too-large.ts';
import { amountsOfContents } from '#shared/bundles/amounts.ts';
import type { Bundle } from '#shared/bundles/bundle.ts';
import type { BundleRepository } from '#shared/bundles/bundle-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import type { Leftovers } from '#shared/sweeping/sweep-repository.ts';
import { bundleDetails } from '#shared/table/applications/application-details.dynamo.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { deleteItems } from '#shared/table/owned-items.dynamo.ts';
import { difference } from '#shared/table/quota-counts-entity.dynamo.ts';
import { formatOf, isThere } from '#shared/table/read.dynamo.ts';
import { leftoversIn } from '#shared/table/sweeping/leftovers.dynamo.ts';
import { transact, transactionLimit, transactWithNested } from '#shared/table/transact.ts';
import { replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import {
  apiDefinitionEntity,
  bundleEntity,
  bundlePrefix,
  byId,
  documentEntity,
  eventDefinitionEntity,
  fromItem,
  specPrefix,
} from './bundle-entities.dynamo.ts';
import { bundleEndSteps, bundleSteps } from './bundle-steps.dynamo.ts';
import { applicationOwner, contentCounts } from './content-counts.dynamo.ts';
import { keysWithin } from './keys-within.dynamo.ts';
import { partRepository } from './part-repository.dynamo.ts';

export function dynamoBundles(table: ControlPlaneTable): BundleRepository {
  const bundles = bundleEntity(table);
  const applications = applicationEntity(table);
  const contents = bundleSteps(table);
  const changed = configurationChanged(table);
  const leftovers = leftoversIn(table);
  const counts = contentCounts(table);
  const details = bundleDetails(table);
  const endOf = bundleEndSteps(table);
  const put = (bundle: Bundle) => ({ ...bundle, ...byId(bundle.tenant, bundle.id, 'Bundle') });

  const applicationExists = ({ tenant, applicationId: id }: Bundle, refused: () => Error) => ({
    write: applications.build(ConditionCheck).key({ tenant, id }).condition({ attr: 'id', exists: true }),
    refused,
  });
  const amountsOf = (bundle: Bundle) => amountsOfContents({ bundles: [bundle] });
  const gone = (bundle: Bundle) => () => notFound('bundle', bundle.id);

  /** Reads the contents of a bundle; undefined if they exceed the readable size. */
  const within = async (bundle: Bundle) => {
    const found = await details(bundle);
    if (found === 'too large') return undefined;
    if (!found) throw gone(bundle)();
    return { amounts: amountsOfContents({ ...found, bundles: [found.bundle] }), end: await endOf(found) };
  };

  return {
    insert: (added) => {
      const owner = applicationExists(added.bundle, () => notFound('application', added.bundle.applicationId));
      const [bundle, ...within] = contents(added);
      const visible = [owner, ...(bundle ? [bundle] : []), ...changed.byApplication(added.bundle.tenant, added.bundle.applicationId)];
      const amounts = amountsOfContents({ ...added, bundles: [added.bundle] });
      return counts.change(added.bundle, amounts, owner.refused, (counted) =>
        transactWithNested([...visible, counted], within, {
          watch: leftovers.whileWritten(leftoversOf(added.bundle)),
          undo: async () => deleteItems(table, await keysWithin(table, added.bundle)),
        }),
      );
    },

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, 'Bundle');
      return item && fromItem(formatOf(bundles)(item));
    },

    exists: ({ tenant, applicationId, id }) =>
      isThere(table, { pk: ownerPartition(tenant, 'application', applicationId), sk: bundlePrefix + id }),

    details: async (bundle) => {
      const found = await details(bundle);
      if (found === 'too large') throw bundleTooLarge(bundle.id);
      return found;
    },

    replace: (next, current) =>
      counts.change(next, difference(amountsOf(next), amountsOf(current)), gone(next), (counted) =>
        transact([replaceStep(bundles, put(next), current.version), ...changed.byApplication(next.tenant, next.applicationId), counted]),
      ),

    delete: (bundle) => {
      const head = [
        {
          write: bundles
            .build(DeleteTransaction)
            .key(bundle)
            .options({ condition: { attr: 'id', exists: true } }),
          refused: gone(bundle),
        },
        applicationExists(bundle, gone(bundle)),
        ...changed.byApplication(bundle.tenant, bundle.applicationId),
      ];
      return counts.release(applicationOwner(bundle), 'bundles', {
        measure: () => within(bundle),
        write: (counted, found) => {
          const whole = [...head, counted, ...(found?.end ?? [])];
          const isWhole = found && whole.length <= transactionLimit;
          return transact(isWhole ? whole : [...head, counted, leftovers.leave(leftoversOf(bundle))]);
        },
      });
    },

    itemTexts: async (tenant, applicationId, ownerIds) => {
      const partition = ownerPartition(tenant, 'application', applicationId);
      const items = await batchRead(
        table,
        ownerIds.map((id) => ({ pk: partition, sk: specPrefix + id })),
      );
      // The key names the owner: items of release 0.1.0 have it under another attribute.
      return new Map(items.map(({ sk, data }) => [String(sk).slice(specPrefix.length), String(data)]));
    },

    apiDefinitions: partRepository(table, apiDefinitionEntity(table), 'ApiDefinition', fromItem),
    eventDefinitions: partRepository(table, eventDefinitionEntity(table), 'EventDefinition', fromItem),
    documents: partRepository(table, documentEntity(table), 'Document', fromItem),
  };
}

const leftoversOf = ({ tenant, applicationId, id }: Bundle): Leftovers => ({
  tenant,
  kind: 'application',
  ownerId: applicationId,
  bundleId: id,
});
