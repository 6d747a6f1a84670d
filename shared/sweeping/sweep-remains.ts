import { type Clock, later, minutes, seconds } from '../core/clock.ts';
import type { SweepRepository } from './sweep-repository.ts';

interface Deps {
  readonly sweeps: SweepRepository;
  readonly clock: Clock;
}

/** When a sweep that crashed is taken up again. */
const retryAfter = minutes(10);
/** After it a run begins with nothing more, and leaves it to the next one. */
const runFor = seconds(30);

/**
 * Deletes what crashes left behind of what was being deleted, or registered. Nobody could get at it any more. Answers how many objects were
 * looked after, and how many items were found.
 */
export async function sweepRemains({ sweeps, clock }: Deps): Promise<{ sweeps: number; items: number }> {
  const start = clock();
  const done = { sweeps: 0, items: 0 };
  for await (const due of sweeps.due(start)) {
    if (clock() >= later(start, runFor)) break;
    const turn = await sweeps.claim(due, later(clock(), retryAfter));
    if (!turn) continue;
    if (!(await sweeps.isOwned(turn.remains))) done.items += await sweeps.clear(turn.remains);
    await sweeps.end(turn);
    done.sweeps += 1;
  }
  return done;
}
