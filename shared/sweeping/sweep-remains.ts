import { type ReleaseDeps, releaseInstanceAuths } from '../bundles/release-instance-auths.ts';
import { type Clock, later, minutes, seconds } from '../core/clock.ts';
import type { Remains, SweepRepository } from './sweep-repository.ts';

interface Deps extends ReleaseDeps {
  readonly sweeps: SweepRepository;
  readonly clock: Clock;
}

/** Time after which a crashed sweep is resumed. */
const retryAfter = minutes(10);
/** After it a run begins with nothing more, and leaves it to the next one. */
const runFor = seconds(30);

/**
 * Deletes what crashes left behind of what was being deleted, or registered. Nobody could get at it any more. Has Applications revoke what a
 * Runtime got in its last moment. Answers how many objects were looked after, and how many items were found.
 */
export async function sweepRemains(deps: Deps): Promise<{ sweeps: number; items: number }> {
  const { sweeps, clock } = deps;
  const start = clock();
  const done = { sweeps: 0, items: 0 };
  for await (const due of sweeps.due(start)) {
    if (clock() >= later(start, runFor)) break;
    const turn = await sweeps.claim(due, later(clock(), retryAfter));
    if (!turn) continue;
    if (!(await sweeps.isOwned(turn.remains))) done.items += await clear(turn.remains, deps);
    await sweeps.end(turn);
    done.sweeps += 1;
  }
  return done;
}

async function clear(remains: Remains, deps: Deps): Promise<number> {
  const { tenant, kind, ownerId } = remains;
  if (kind === 'runtime') await releaseInstanceAuths(tenant, ownerId, 'system/sweeper', deps);
  return deps.sweeps.clear(remains);
}
