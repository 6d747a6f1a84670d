import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { later, minutes } from '#shared/core/clock.ts';
import type { Leftovers } from '#shared/sweeping/sweep-repository.ts';
import { keysWithin } from '#shared/table/bundles/keys-within.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { dueKeys } from '#shared/table/due-items.dynamo.ts';
import { deleteItems, type ItemKey } from '#shared/table/owned-items.dynamo.ts';
import { queryPages } from '#shared/table/read.dynamo.ts';
import type { Step, Watch } from '#shared/table/transact.ts';
import { deleteIfThere } from '#shared/table/write.dynamo.ts';
import { sweepEntity } from './sweep-entity.dynamo.ts';

/** Time after which a begun write is complete or has failed: longer than any request. */
const afterBeginning = minutes(5);

/**
 * Orders for the sweeper: a record that is written with the deletion of an object, or before the first of several transactions that create one. The
 * sweeper deletes the nested items of a missing head, and then the record.
 */
export function leftoversIn(table: ControlPlaneTable) {
  const sweeps = sweepEntity(table);
  const watch = (leftovers: Leftovers, due: Date): Step => ({
    write: sweeps.build(PutTransaction).item({ ...leftovers, ...dueKeys('SWEEP', leftovers.bundleId ?? leftovers.ownerId, due) }),
  });
  return {
    /** Watches a write of several transactions: `begin` precedes all of them. */
    whileWritten: (leftovers: Leftovers): Watch => ({
      begin: watch(leftovers, later(new Date(), afterBeginning)),
      end: async () => {
        await deleteIfThere(sweeps, leftovers);
      },
    }),

    /** Part of the transaction that deletes the head: the sweeper deletes the rest with its next run. */
    leave: (leftovers: Leftovers, deletedBy?: string): Step => {
      const now = new Date();
      return watch({ ...leftovers, deletedAt: now.toISOString(), ...(deletedBy && { deletedBy }) }, now);
    },
  };
}

/** Maximum number of keys of one read, so that memory stays flat. */
const pageSize = 1000;

/** Deletes until nothing is left, because items may have been added during the deletion of the head. Returns the number of items. */
export async function clearLeftovers(table: ControlPlaneTable, { bundleId, ...leftovers }: Leftovers): Promise<number> {
  const { tenant, kind, ownerId } = leftovers;
  return bundleId === undefined
    ? clearPartition(table, ownerPartition(tenant, kind, ownerId))
    : clearBundle(table, { tenant, applicationId: ownerId, id: bundleId });
}

async function clearPartition(table: ControlPlaneTable, partition: string): Promise<number> {
  let count = 0;
  for await (const keys of queryPages(table, { partition, attributes: ['pk', 'sk'] }, pageSize)) {
    await deleteItems(table, keys as unknown as ItemKey[]);
    count += keys.length;
  }
  return count;
}

async function clearBundle(table: ControlPlaneTable, bundle: Parameters<typeof keysWithin>[1]): Promise<number> {
  const keys = await keysWithin(table, bundle);
  await deleteItems(table, keys);
  return keys.length;
}
