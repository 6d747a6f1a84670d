import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { later, minutes } from '#shared/core/clock.ts';
import type { Remains } from '#shared/sweeping/sweep-repository.ts';
import { keysWithin } from '#shared/table/bundles/keys-within.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { dueKeys } from '#shared/table/due-items.dynamo.ts';
import { deleteItems, type ItemKey, keysOf } from '#shared/table/owned-items.dynamo.ts';
import type { Step, Watch } from '#shared/table/transact.ts';
import { deleteIfThere } from '#shared/table/write.dynamo.ts';
import { sweepEntity } from './sweep-entity.dynamo.ts';

/** Time for whoever deletes something to delete what is under it, too. */
const afterDeletion = minutes(1);
/** Longer than any request can take: by then what was begun is there, or never will be. */
const afterBeginning = minutes(5);

/**
 * Writes a cleanup record before the first write and deletes it after the last. If the process crashes in between, the sweeper finds the
 * record and removes the partial data.
 */
export function remainsIn(table: ControlPlaneTable) {
  const sweeps = sweepEntity(table);
  const watch = (remains: Remains, wait: number): Step => {
    const due = dueKeys('SWEEP', remains.bundleId ?? remains.ownerId, later(new Date(), wait));
    return { write: sweeps.build(PutTransaction).item({ ...remains, ...due }) };
  };
  const end = async (remains: Remains): Promise<void> => {
    await deleteIfThere(sweeps, remains);
  };
  return {
    /** For what does not fit into one transaction: `begin` goes before everything. */
    whileWritten: (remains: Remains): Watch => ({ begin: watch(remains, afterBeginning), end: () => end(remains) }),

    /** Part of the transaction that deletes the head. */
    watchDeletion: (remains: Remains): Step => watch(remains, afterDeletion),

    /** Deletes what is left under a head that is gone, and leaves the watch to the sweeper. */
    clear: (remains: Remains): Promise<number> => clearRemains(table, remains),

    /** Deletes what is left under a head that is gone. */
    finishDeletion: async (remains: Remains): Promise<void> => {
      await clearRemains(table, remains);
      await end(remains);
    },
  };
}

/** Deletes to the last: what is gone may have got something more while it went, but gets nothing after. Answers how many items there were. */
export async function clearRemains(table: ControlPlaneTable, remains: Remains): Promise<number> {
  let count = 0;
  for (let keys = await keysIn(table, remains); keys.length > 0; keys = await keysIn(table, remains)) {
    await deleteItems(table, keys);
    count += keys.length;
  }
  return count;
}

const keysIn = (table: ControlPlaneTable, { tenant, kind, ownerId, bundleId }: Remains): Promise<ItemKey[]> =>
  bundleId === undefined
    ? keysOf(table, ownerPartition(tenant, kind, ownerId))
    : keysWithin(table, { tenant, applicationId: ownerId, id: bundleId });
