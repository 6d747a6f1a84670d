import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import * as z from 'zod';
import type { Application } from '#shared/applications/application.ts';
import { normalizedName } from '#shared/applications/application-name.ts';
import type { ApplicationRepository, Registration } from '#shared/applications/application-repository.ts';
import { applicationTooLarge } from '#shared/applications/application-too-large.ts';
import { amountsOfContents } from '#shared/bundles/amounts.ts';
import { notFound } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { amountsOfLabels } from '#shared/labels/label.ts';
import type { Leftovers } from '#shared/sweeping/sweep-repository.ts';
import { applicationTemplateCount } from '#shared/table/application-templates/application-template-entity.dynamo.ts';
import { type BatchReadOptions, batchRead } from '#shared/table/batch-read.dynamo.ts';
import { bundlePrefix } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { bundleSteps } from '#shared/table/bundles/bundle-steps.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { assignmentSteps } from '#shared/table/formations/assignment-steps.dynamo.ts';
import { healthCheckSteps } from '#shared/table/health-checks/health-check-entity.dynamo.ts';
import { integrationSystemCount } from '#shared/table/integration-systems/integration-system-entity.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { deleteItems, keysOf } from '#shared/table/owned-items.dynamo.ts';
import { endingOwner } from '#shared/table/pairing/ending-owner.dynamo.ts';
import { systemAuthSteps } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import { keyOf, type QuotaOwner, quotaCountsEntity, requireGrowthWithin, requireWithin } from '#shared/table/quota-counts-entity.dynamo.ts';
import { formatOf, getByKey, type Item } from '#shared/table/read.dynamo.ts';
import { leftoversIn } from '#shared/table/sweeping/leftovers.dynamo.ts';
import { type Step, transact, transactWithDependents, transactWithNested } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { deleteStep, insertStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { toItem as toWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { replace } from '#shared/table/write.dynamo.ts';
import { amountsOfWebhooks } from '#shared/webhooks/webhook.ts';
import { applicationDetails } from './application-details.dynamo.ts';
import { applicationEntity, applicationListing, fromItem, toItem } from './application-entity.dynamo.ts';
import { applicationParts } from './application-parts.dynamo.ts';

export function dynamoApplications(table: ControlPlaneTable): ApplicationRepository {
  const applications = applicationEntity(table);
  const webhooks = webhookEntity(table);
  const names = uniqueNames(table, 'APPLICATION');
  const counts = counter(table, 'APPLICATION');
  const assignments = assignmentSteps(table);
  const auths = systemAuthSteps(table);
  const contents = bundleSteps(table);
  const countOnSystem = integrationSystemCount(table);
  const countOnTemplate = applicationTemplateCount(table);
  const health = healthCheckSteps(table);
  const leftovers = leftoversIn(table);
  const changed = configurationChanged(table);
  const quotas = quotaCounts(table);
  const counted = exactCounts(table);
  const details = applicationDetails(table);
  const end = endingOwner(table);

  const put = (next: Application, expectedVersion: number): Step => replaceStep(applications, toItem(next), expectedVersion);

  /** Outside of all formations only the Application itself polls its configuration, and that part never changes. */
  const changedIfAssigned = (
    { tenant, id, formations }: Application,
    by: Exclude<keyof typeof changed, 'byRuntime'> = 'byApplication',
  ): Step[] => (Object.keys(formations).length === 0 ? [] : changed[by](tenant, id, Object.keys(formations)));

  /** Writes that accompany a change of the Application. */
  const followingSteps = async (next: Application, current: Application): Promise<Step[]> => [
    ...(next.integrationSystemID === current.integrationSystemID
      ? []
      : [...(await countOnSystem({ ...current, changedBy: next.changedBy }, -1)), ...(await countOnSystem(next, 1))]),
    ...(next.healthCheckURL === current.healthCheckURL ? [] : [health.follow(next, new Date(next.updatedAt))]),
    ...changedIfAssigned(next),
  ];

  const find: ApplicationRepository['find'] = async (tenant, id) => {
    const found = await getByKey(applications, { tenant, id });
    return found && fromItem(found);
  };

  return {
    find,

    get: async (tenant, id) => {
      const application = await find(tenant, id);
      if (!application) throw notFound('application', id);
      return application;
    },

    details: async (tenant, id) => {
      const found = await details(tenant, id);
      if (found === 'too large') throw applicationTooLarge(id);
      return found;
    },

    read: applicationParts(table),

    findMany: async (tenant, ids) => {
      const format = formatOf(applications);
      return (await headsOf(table, tenant, ids)).map((item) => fromItem(format(item)));
    },

    countBundles: (tenant, id) => countBundles(table, { tenant, kind: 'application', id }),

    labelsOf: async (tenant, ids) => {
      const items = await headsOf(table, tenant, ids, { attributes: 'id, labels' });
      return new Map(items.map((item) => labelled.parse(item)).map(({ id, labels }) => [id, labels]));
    },

    insert: async ({ application, bundles, webhooks: initialWebhooks, assignments: initial }) => {
      requireWithin(amountsOfLabels(application.labels), ownerOf(application), table.limits);
      const nested: Step[] = [
        ...bundles.flatMap(contents),
        ...initialWebhooks.map((webhook) => ({ write: webhooks.build(PutTransaction).item(toWebhookItem(webhook)) })),
      ];
      const visible: Step[] = [
        insertStep(applications, toItem(application)),
        names.reserve(application.tenant, normalizedName(application.name), application.id),
        counts.add(application.tenant, application.id, 1),
        ...assignments.addAll(initial),
        ...(await countOnSystem(application, 1)),
        ...changedIfAssigned(application, 'byRegistration'),
        ...countOnTemplate(application, 1),
        counted.open(ownerOf(application), { ...amountsOfWebhooks(initialWebhooks), ...amountsOfBundles(bundles) }),
        ...(application.healthCheckURL ? [health.follow(application, new Date(application.createdAt))] : []),
      ];
      await transactWithNested(visible, nested, {
        watch: leftovers.whileWritten(leftoversOf(application)),
        undo: async () => deleteItems(table, await keysOf(table, ownerPartition(application.tenant, 'application', application.id))),
      });
    },

    replace: async (next, current) => {
      requireGrowthWithin(amountsOfLabels(next.labels), amountsOfLabels(current.labels), ownerOf(next), table.limits);
      const following = await followingSteps(next, current);
      if (following.length > 0) return transact([put(next, current.version), ...following]);
      await replace(applications, toItem(next), current.version);
    },

    unpair: async (next, expectedVersion, { ids, revision }) => {
      const owner = ownerOf(next);
      const counts = quotas.replace(owner, revision, { credentials: 0, pendingPairings: 0, oauthClients: 0 });
      await transactWithDependents([put(next, expectedVersion), counts, ...changedIfAssigned(next)], auths.deleteMany(owner, ids));
    },

    delete: async (application) =>
      end(ownerOf(application), [
        deleteStep(applications, application, application.version),
        names.release(application.tenant, normalizedName(application.name)),
        counts.add(application.tenant, application.id, -1),
        ...(await assignments.removeAll(membershipsOf(application, 'APPLICATION'))),
        ...(await countOnSystem(application, -1)),
        ...changedIfAssigned(application, 'byDeletion'),
        ...countOnTemplate(application, -1),
        leftovers.leave(leftoversOf(application)),
        ...(application.healthCheckURL ? [health.end(application.tenant, application.id)] : []),
      ]),

    list: (tenant, page, only) =>
      listingPage(applications, table, { partition: applicationListing(tenant), fromItem, keyOf: ({ id }) => id }, page, only),

    count: counts.total,
  };
}

const amountsOfBundles = (contents: Registration['bundles']) =>
  amountsOfContents({
    bundles: contents.map(({ bundle }) => bundle),
    apiDefinitions: contents.flatMap(({ apiDefinitions }) => apiDefinitions),
    eventDefinitions: contents.flatMap(({ eventDefinitions }) => eventDefinitions),
    documents: contents.flatMap(({ documents }) => documents),
  });

const ownerOf = ({ tenant, id }: Application) => ({ tenant, kind: 'application', id }) as const;

const leftoversOf = ({ tenant, id }: Application): Leftovers => ({ tenant, kind: 'application', ownerId: id });

const labelled = z.object({ id: z.string(), labels: z.record(z.string(), z.json()) });

/** Reads the items of Applications themselves by concurrent batches. */
function headsOf(
  table: ControlPlaneTable,
  tenant: TenantId,
  ids: readonly string[],
  options: Pick<BatchReadOptions, 'attributes'> = {},
): Promise<Item[]> {
  const keys = ids.map((id) => ({ pk: ownerPartition(tenant, 'application', id), sk: headKey }));
  return batchRead(table, keys, { ...options, atOnce: Number.POSITIVE_INFINITY });
}

/** Reads the count of the quota; counts the bundles of an Application without counts by their keys. */
async function countBundles(table: ControlPlaneTable, owner: QuotaOwner & { readonly kind: 'application' }): Promise<number> {
  const counts = await getByKey(quotaCountsEntity(table), keyOf(owner));
  if (counts?.bundles !== undefined) return counts.bundles;
  const keys = await keysOf(table, ownerPartition(owner.tenant, owner.kind, owner.id), bundlePrefix);
  return keys.filter(({ sk }) => !sk.slice(bundlePrefix.length).includes('#')).length;
}
