import { type ReleaseDeps, releaseInstanceAuths } from '#shared/bundles/release-instance-auths.ts';
import { type Clock, later, minutes, seconds } from '#shared/core/clock.ts';
import { processDue } from '#shared/core/process-due.ts';
import type { Leftovers, SweepRepository, SweepTurn } from './sweep-repository.ts';

interface Deps extends ReleaseDeps {
  readonly sweeps: SweepRepository;
  readonly clock: Clock;
}

/** Time after which a crashed sweep is resumed. */
const retryAfter = minutes(10);
/** Time after which an index shows everything that was written before. */
const settlingTime = minutes(1);
/** Maximum number of concurrent orders. After 30 seconds a run begins no further one. */
const pace = { concurrency: 8, runFor: seconds(30) };

/**
 * Deletes the remaining items of deleted objects and of crashed registrations, which no request can reach. Makes Applications revoke the instance
 * auths of a deleted Runtime. Returns the number of orders done and of items found.
 */
export async function sweepLeftovers(deps: Deps): Promise<{ sweeps: number; items: number }> {
  const { sweeps, clock } = deps;
  const done = { sweeps: 0, items: 0 };
  await processDue(sweeps.due(clock()), clock, pace, async (due) => {
    const turn = await sweeps.claim(due, later(clock(), retryAfter));
    if (!turn) return;
    if (!(await sweeps.isOwned(turn.leftovers))) done.items += await clear(turn.leftovers, deps);
    await conclude(turn, deps);
    done.sweeps += 1;
  });
  return done;
}

async function clear(leftovers: Leftovers, deps: Deps): Promise<number> {
  const { tenant, kind, ownerId, deletedBy = 'system/sweeper' } = leftovers;
  if (kind === 'runtime') await releaseInstanceAuths(tenant, ownerId, deletedBy, deps);
  return deps.sweeps.clear(leftovers);
}

/** The index may lack the latest credentials of a Runtime, so they are searched a second time. */
async function conclude(turn: SweepTurn, { sweeps, clock }: Deps): Promise<void> {
  const { kind, deletedAt } = turn.leftovers;
  const settledAt = deletedAt === undefined ? undefined : later(new Date(deletedAt), settlingTime);
  if (kind === 'runtime' && settledAt !== undefined && clock() < settledAt) return sweeps.again(turn, settledAt);
  await sweeps.end(turn);
}
