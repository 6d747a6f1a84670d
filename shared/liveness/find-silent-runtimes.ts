import { processDue } from '#shared/core/process-due.ts';
import { type Clock, later, minutes } from '../core/clock.ts';
import { silentAfter } from '../pairing/contact-times.ts';
import { latestContact } from '../pairing/last-seen.ts';
import type { DueRuntime, LivenessRepository } from './liveness-repository.ts';

interface Deps {
  readonly liveness: LivenessRepository;
  readonly clock: Clock;
  /** Pause between polls that Runtime Agents are given, in seconds. */
  readonly pollSeconds: number;
  readonly pace: {
    /** Maximum number of Runtimes that are checked concurrently. */
    readonly concurrency: number;
    /** Milliseconds after which a run begins no further check and leaves the others to the next run. */
    readonly runFor: number;
  };
}

export interface LivenessCounts {
  connected: number;
  disconnected: number;
  /** Runtimes that another worker claimed, or that made contact meanwhile. */
  skipped: number;
}

/**
 * Finds the Runtimes of every tenant that missed three polls with all of their credentials. Runtimes that never connected are not checked. Errors are
 * thrown after all others were checked.
 */
export async function findSilentRuntimes(deps: Deps): Promise<LivenessCounts> {
  const counts: LivenessCounts = { connected: 0, disconnected: 0, skipped: 0 };
  await processDue(deps.liveness.due(deps.clock()), deps.clock, deps.pace, async (due) => {
    counts[await lookAt(due, deps)] += 1;
  });
  return counts;
}

async function lookAt(due: DueRuntime, { liveness, clock, pollSeconds }: Deps): Promise<keyof LivenessCounts> {
  const signs = await liveness.signsOf(due);
  const now = clock();
  const silentAt = later(new Date(latestContact(signs.credentials, signs.contact) ?? 0), silentAfter(pollSeconds));
  if (silentAt > now) return (await liveness.postpone(due, silentAt)) ? 'connected' : 'skipped';
  return (await liveness.disconnect(due, signs, later(now, minutes(1)))) ? 'disconnected' : 'skipped';
}
