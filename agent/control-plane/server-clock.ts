import type { Log } from '../log.ts';

/**
 * The time of the control plane, by the `Date` of its answers. Certificates are renewed by that clock: with its own, an agent would renew too late if
 * it is behind, and in every cycle if it is ahead.
 */
export interface ServerClock {
  now(): Date;
  /** Reads the `Date` header of an answer. */
  observe(date: string | undefined): void;
}

const tolerableSkewMs = 60_000;

export function serverClock(own: () => Date, log: Log): ServerClock {
  let ahead = 0;
  let told = false;
  return {
    now: () => new Date(own().getTime() - ahead),
    observe(date) {
      const theirs = Date.parse(date ?? '');
      if (Number.isNaN(theirs)) return;
      ahead = own().getTime() - theirs;
      const differs = Math.abs(ahead) > tolerableSkewMs;
      // The header has whole seconds; a clock that is right needs no correction.
      if (!differs) ahead = 0;
      if (differs && !told) log('warn', 'the clock differs from that of the control plane', { secondsAhead: Math.round(ahead / 1000) });
      told = differs;
    },
  };
}
