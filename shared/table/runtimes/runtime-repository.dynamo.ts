import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { AppError, notFound } from '#shared/core/errors.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { amountsOfLabels } from '#shared/labels/label.ts';
import { listKey, type Runtime } from '#shared/runtimes/runtime.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';
import { getManyByKey } from '#shared/table/batch-read.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { assignmentSteps } from '#shared/table/formations/assignment-steps.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { livenessSteps } from '#shared/table/liveness/liveness-entity.dynamo.ts';
import { endingOwner } from '#shared/table/pairing/ending-owner.dynamo.ts';
import { requireGrowthWithin, requireWithin } from '#shared/table/quota-counts-entity.dynamo.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { leftoversIn } from '#shared/table/sweeping/leftovers.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { deleteStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { toItem as toWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { amountsOfWebhooks } from '#shared/webhooks/webhook.ts';
import { fromItem, runtimeEntity, runtimeListing, toItem } from './runtime-entity.dynamo.ts';

export function dynamoRuntimes(table: ControlPlaneTable): RuntimeRepository {
  const runtimes = runtimeEntity(table);
  const assignments = assignmentSteps(table);
  const end = endingOwner(table);
  const liveness = livenessSteps(table);
  const leftovers = leftoversIn(table);
  const webhooks = webhookEntity(table);
  const counts = counter(table, 'RUNTIME');
  const changed = configurationChanged(table);
  const counted = exactCounts(table);

  /** The Applications of its formations may send their events to it. */
  const changedIfAssigned = ({ tenant, id, formations }: Runtime): Step[] =>
    Object.keys(formations).length === 0 ? [] : changed.byRuntime(tenant, id, Object.keys(formations));

  const find: RuntimeRepository['find'] = async (tenant, id) => {
    const found = await getByKey(runtimes, { tenant, id });
    return found && fromItem(found);
  };

  return {
    find,

    findMany: async (tenant, ids) => {
      const keys = ids.map((id) => ({ tenant, id }));
      return (await getManyByKey(runtimes, table, keys)).map(fromItem);
    },

    get: async (tenant, id) => {
      const runtime = await find(tenant, id);
      if (!runtime) throw notFound('runtime', id);
      return runtime;
    },

    insert: async (runtime, initial, initialWebhooks = []) => {
      requireWithin(amountsOfLabels(runtime.labels), ownerOf(runtime), table.limits);
      await transact([
        {
          write: runtimes
            .build(PutTransaction)
            .item(toItem(runtime))
            .options({ condition: { attr: 'id', exists: false } }),
          refused: () => new AppError('NotUnique', 'Object is not unique', { details: { object: 'runtime', ID: runtime.id } }),
        },
        counts.add(runtime.tenant, runtime.id, 1),
        ...assignments.addAll(initial),
        ...changedIfAssigned(runtime),
        counted.open(ownerOf(runtime), amountsOfWebhooks(initialWebhooks)),
        ...initialWebhooks.map((webhook) => ({ write: webhooks.build(PutTransaction).item(toWebhookItem(webhook)) })),
      ]);
    },

    replace: async (next, current, { enters, leaves } = { enters: [], leaves: [] }) => {
      requireGrowthWithin(amountsOfLabels(next.labels), amountsOfLabels(current.labels), ownerOf(next), table.limits);
      await transact([
        replaceStep(runtimes, toItem(next), current.version),
        ...changed.byRuntime(next.tenant, next.id, Object.keys({ ...current.formations, ...next.formations })),
        ...[...enters.flatMap(assignments.add), ...(await assignments.removeAll(leaves))].map(({ write }) => ({ write })),
      ]);
    },

    delete: async (runtime, deletedBy) =>
      end(ownerOf(runtime), [
        deleteStep(runtimes, runtime, runtime.version),
        counts.add(runtime.tenant, runtime.id, -1),
        ...(await assignments.removeAll(membershipsOf(runtime, 'RUNTIME'))),
        ...changedIfAssigned(runtime),
        liveness.end(runtime.tenant, runtime.id),
        leftovers.leave({ tenant: runtime.tenant, kind: 'runtime', ownerId: runtime.id }, deletedBy),
      ]),

    list: (tenant, page) => listingPage(runtimes, table, { partition: runtimeListing(tenant), fromItem, keyOf: listKey }, page),

    count: counts.total,
  };
}

const ownerOf = ({ tenant, id }: Runtime) => ({ tenant, kind: 'runtime', id }) as const;
