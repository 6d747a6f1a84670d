import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate } from '#shared/core/errors.ts';
import { type Limits, type QuotaName, quotaExceeded } from '#shared/core/quotas.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { quotaCounts } from './quota-counts.dynamo.ts';
import {
  type Amounts,
  added,
  firstExceeded,
  growing,
  isAsSeen,
  keyOf,
  namesOf,
  negative,
  type QuotaOwner,
  quotaCountsEntity,
  requireWithin,
  sum,
} from './quota-counts-entity.dynamo.ts';
import { getByKey } from './read.dynamo.ts';
import type { Step } from './transact.ts';

/** A change that is written together with its count. */
interface Counting {
  readonly write: (counted: Step) => Promise<void>;
  /**
   * Counts the stored objects of the changed kinds, for owners of earlier releases without counts; undefined if they exceed the readable size. Throws
   * NotFound for an owner that was deleted.
   */
  readonly recount: () => Promise<Amounts | undefined>;
}

/** A deletion that gives back its amounts. */
interface Releasing<T> {
  /** Undefined if that exceeds the readable size. */
  readonly measure: () => Promise<T | undefined>;
  /** `measured` has the amounts, if they were measured. */
  readonly write: (counted: Step, measured?: T) => Promise<void>;
}

/** Counts that are never too low, but not exact. */
const inexact: readonly QuotaName[] = ['credentials', 'pendingPairings', 'oauthClients'];

/**
 * Counts the objects of an owner exactly, in the item of `quotaCounts`: every transaction that stores, changes or deletes a counted object has the
 * step of `record`, which fails for a deleted owner.
 */
export function exactCounts(table: ControlPlaneTable) {
  const entity = quotaCountsEntity(table);
  const counts = quotaCounts(table);
  const { limits } = table;

  const change = (owner: QuotaOwner, amounts: Amounts, uncounted: Error): Step => ({
    write: entity
      .build(UpdateTransaction)
      .item({ ...keyOf(owner), version: $add(1), ...added(amounts) })
      .options({ condition: isCountedWithRoom(amounts, limits) as Condition<typeof entity>, returnValuesOnConditionFalse: 'ALL_OLD' }),
    refused: (found) => {
      if (namesOf(amounts).some((name) => typeof found?.[name] !== 'number')) return uncounted;
      const exceeded = firstExceeded(growing(sum((found ?? {}) as Amounts, amounts), amounts), limits);
      return exceeded ? quotaExceeded(exceeded, owner, limits) : concurrentUpdate();
    },
  });

  /** The initial amounts for an owner without counts. Objects that exceed the readable size can only be deleted, and stay uncounted. */
  const countedAnew = (found: Amounts | undefined, amounts: Amounts, owner: QuotaOwner): Amounts => {
    const next = found ? sum(found, amounts) : {};
    const exceeded = found ? firstExceeded(growing(next, amounts), limits) : namesOf(growing(amounts, amounts))[0];
    if (exceeded) throw quotaExceeded(exceeded, owner, limits);
    return next;
  };

  const forget = (owner: QuotaOwner, before: number, found: Amounts): Step => ({
    write: entity
      .build(PutTransaction)
      .item({ ...keyOf(owner), version: before + 1, ...Object.fromEntries(inexact.map((name) => [name, found[name]])) })
      .options({ condition: isAsSeen(before) }),
  });

  return {
    /** The counts of a new owner, with every exactly counted kind. A missing kind is counted with its first change. Throws QuotaExceeded. */
    open: (owner: QuotaOwner, amounts: Amounts): Step => {
      requireWithin(amounts, owner, limits);
      return { write: entity.build(PutTransaction).item({ ...keyOf(owner), version: 1, ...amounts }) };
    },

    /** Deletes the counts of an owner that holds no credentials. */
    close: (owner: QuotaOwner): Step => ({ write: entity.build(DeleteTransaction).key(keyOf(owner)) }),

    /** Replaces all amounts, for a transaction that replaces everything that is counted. Throws QuotaExceeded. */
    reset: (owner: QuotaOwner, amounts: Amounts): Step => {
      requireWithin(amounts, owner, limits);
      return { write: entity.build(UpdateTransaction).item({ ...keyOf(owner), version: $add(1), ...amounts }) };
    },

    /** Throws QuotaExceeded before any write if the quota is exceeded. Only `record` decides for certain. */
    requireRoom: async (owner: QuotaOwner, amounts: Amounts): Promise<void> =>
      requireWithin(growing(sum((await getByKey(entity, keyOf(owner))) ?? {}, amounts), amounts), owner, limits),

    /**
     * Writes a deletion that gives back the amounts of `measure`. No counted object changes in between. Without counts of this kind, nothing is
     * measured. If the deletion exceeds the measurable size, the exact counts are removed, and the remaining objects are counted with the next
     * change.
     */
    release: <T extends { readonly amounts: Amounts }>(
      owner: QuotaOwner,
      counted: QuotaName,
      { write, measure }: Releasing<T>,
    ): Promise<void> =>
      retryOnConflict(async () => {
        const found = await getByKey(entity, keyOf(owner));
        const before = found?.version ?? 0;
        if (found?.[counted] === undefined) return write(counts.unchangedSince(owner, before));
        const measured = await measure();
        if (!measured) return write(forget(owner, before, found));
        await write(counts.replace(owner, before, sum(found, negative(measured.amounts))), measured);
      }),

    /** Writes a change of the amounts; negative ones give back. Throws QuotaExceeded above the limit. */
    record: async (owner: QuotaOwner, amounts: Amounts, { write, recount }: Counting): Promise<void> => {
      const uncounted = new Error('the owner has no counts yet');
      try {
        return await write(change(owner, amounts, uncounted));
      } catch (error) {
        if (error !== uncounted) throw error;
      }
      await retryOnConflict(async () => {
        // Read before the counted objects: an addition in between changes the version.
        const before = await counts.version(owner);
        await write(counts.replace(owner, before, countedAnew(await recount(), amounts, owner)));
      });
    },
  };
}

const isCountedWithRoom = (amounts: Amounts, limits: Limits) => ({
  and: namesOf(amounts).map((attr) => {
    const amount = amounts[attr] ?? 0;
    return amount > 0 ? { attr, lte: limits[attr] - amount } : { attr, exists: true };
  }),
});
