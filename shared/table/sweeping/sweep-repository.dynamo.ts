import type { SweepRepository } from '#shared/sweeping/sweep-repository.ts';
import { bundlePrefix } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '#shared/table/control-plane-table.ts';
import { claimDue, dueItems } from '#shared/table/due-items.dynamo.ts';
import { formatOf, isThere } from '#shared/table/read.dynamo.ts';
import { deleteWhere } from '#shared/table/write.dynamo.ts';
import { clearLeftovers } from './leftovers.dynamo.ts';
import { sweepEntity } from './sweep-entity.dynamo.ts';

export function dynamoSweeps(table: ControlPlaneTable): SweepRepository {
  const sweeps = sweepEntity(table);
  const format = formatOf(sweeps);

  return {
    due: (now) => dueItems(table, 'SWEEP', now),

    claim: async (due, next) => {
      const claimed = await claimDue(table, due, next);
      if (!claimed) return undefined;
      const { idPk, idSk, ...leftovers } = format(claimed.item);
      return { key: due.key, leftovers, dueKey: claimed.dueKey };
    },

    isOwned: ({ tenant, kind, ownerId, bundleId }) =>
      isThere(table, { pk: ownerPartition(tenant, kind, ownerId), sk: bundleId ? bundlePrefix + bundleId : headKey }),

    clear: (leftovers) => clearLeftovers(table, leftovers),

    again: async ({ key, dueKey }, at) => {
      await claimDue(table, { key, seen: dueKey }, at);
    },

    end: async ({ leftovers, dueKey }) => {
      await deleteWhere(sweeps, leftovers, { attr: 'idSk', eq: dueKey });
    },
  };
}
