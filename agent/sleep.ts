import { setTimeout } from 'node:timers/promises';

const maxSliceMs = 30_000;

/**
 * Waits by the clock of the machine or by its timers, whichever is first, or until the signal aborts. It waits in slices, because a timer holds at
 * most 24 days, and because timers stop while a machine sleeps.
 */
export async function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  const [clock, timer] = [Date.now() + milliseconds, performance.now() + milliseconds];
  for (;;) {
    const left = Math.min(clock - Date.now(), timer - performance.now());
    if (left <= 0 || signal.aborted) return;
    await setTimeout(Math.min(left, maxSliceMs), undefined, { signal }).catch(() => undefined);
  }
}
