import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { AppError, concurrentUpdate } from '#shared/core/errors.ts';
import { type Limits, quotaExceeded } from '#shared/core/quotas.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import {
  type Amounts,
  added,
  firstExceeded,
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

/**
 * Counts what an owner has, in one item of its partition that ends with it, so that a count is never too low. To limit another thing:
 *
 * 1. Name it in `shared/core/quotas.ts` and `docs/quotas.md`.
 * 2. Put the step of `take` into the transaction that stores the thing. It refuses with QuotaExceeded what would exceed the limit, also of
 *    requests at the same moment. A transaction may touch the item once: take all amounts of one owner in one step.
 * 3. Give the number back by the step of `release` in the transaction that deletes the thing; or, where things end without a transaction
 *    (by the table's time to live), never: then use `takeOrRecount`, which counts anew what is there once the count has reached its limit.
 *
 * What was stored before its kind was counted is not in the count until it is counted anew. `exactCounts` counts that at once, and is for things
 * that nothing but transactions stores, changes and deletes.
 */
export function quotaCounts(table: ControlPlaneTable) {
  const entity = quotaCountsEntity(table);
  const { limits } = table;

  const version = async (owner: QuotaOwner): Promise<number> => (await getByKey(entity, keyOf(owner)))?.version ?? 0;

  const take = (owner: QuotaOwner, amounts: Amounts): Step => ({
    write: entity
      .build(UpdateTransaction)
      .item({ ...keyOf(owner), version: $add(1), ...added(amounts) })
      .options({ condition: haveRoom(amounts, limits) as Condition<typeof entity>, returnValuesOnConditionFalse: 'ALL_OLD' }),
    refused: (found) => {
      const exceeded = firstExceeded(sum((found ?? {}) as Amounts, amounts), limits);
      return exceeded ? quotaExceeded(exceeded, owner, limits) : concurrentUpdate();
    },
  });

  const replace = (owner: QuotaOwner, before: number, next: Amounts): Step => ({
    write: entity
      .build(UpdateTransaction)
      .item({ ...keyOf(owner), version: $add(1), ...next })
      .options({ condition: isAsSeen(before) }),
  });

  return {
    /** Changes with every count; 0 before the first. Later reads include everything counted before. */
    version,

    take,

    /** Returns a step that throws ConcurrentUpdate if something was counted since the version `before`. */
    unchangedSince: (owner: QuotaOwner, before: number): Step => ({
      write: entity.build(ConditionCheck).key(keyOf(owner)).condition(isAsSeen(before)),
    }),

    /** Replaces the numbers of the version `before`. Throws ConcurrentUpdate if something was counted since. */
    replace,

    /** Deletes the counts with their owner. Throws ConcurrentUpdate if something was counted since the version `before`. */
    end: (owner: QuotaOwner, before: number): Step => ({
      write: entity
        .build(DeleteTransaction)
        .key(keyOf(owner))
        .options({ condition: isAsSeen(before) }),
    }),

    release: (owner: QuotaOwner, amounts: Amounts): Step => ({
      write: entity.build(UpdateTransaction).item({
        ...keyOf(owner),
        version: $add(1),
        ...added(negative(amounts)),
      }),
    }),

    /**
     * Writes with the amounts added. If that is refused, counts anew by `recount` and writes with that number: a count may be too high,
     * because objects that end do not give their number back, and is never too low. Throws QuotaExceeded.
     */
    takeOrRecount: async (
      owner: QuotaOwner,
      amounts: Amounts,
      { write, recount }: { readonly write: (quota: Step) => Promise<void>; readonly recount: () => Promise<Amounts> },
    ): Promise<void> => {
      try {
        return await write(take(owner, amounts));
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'QuotaExceeded')) throw error;
      }
      await retryOnConflict(async () => {
        // Read before the counted objects: an addition in between changes the version.
        const before = await version(owner);
        const next = sum(await recount(), amounts);
        requireWithin(next, owner, limits);
        await write(replace(owner, before, next));
      });
    },
  };
}

const haveRoom = (amounts: Amounts, limits: Limits) => ({
  and: namesOf(amounts).map((attr) => {
    const room = limits[attr] - (amounts[attr] ?? 0);
    const isWithin = { attr, lte: room };
    return room < 0 ? isWithin : { or: [{ attr, exists: false }, isWithin] };
  }),
});
