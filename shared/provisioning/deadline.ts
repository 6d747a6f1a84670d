import { later, seconds } from '../core/clock.ts';
import type { Progress } from './runtime-driver.ts';

/** State that the state machine carries between the checks of one wait. */
export interface Awaited {
  readonly state: Progress;
  readonly deadline: string;
  readonly waitSeconds: number;
}

export const deadlineAfter = (limit: number, now: Date): { deadline: string } => ({ deadline: later(now, seconds(limit)).toISOString() });

const maxWaitSeconds = 20;

/** Schedules the next check: after a tenth of the time waited so far, 1 to 20 s. Undefined once the deadline has passed. */
export function nextCheck(deadline: string, limit: number, now: Date): Awaited | undefined {
  const remaining = (Date.parse(deadline) - now.getTime()) / seconds(1);
  if (remaining <= 0) return undefined;
  const waitSeconds = Math.ceil(Math.min(Math.max((limit - remaining) / 10, 1), maxWaitSeconds, remaining));
  return { state: 'pending', deadline, waitSeconds };
}

export const ready = (deadline: string): Awaited => ({ state: 'ready', deadline, waitSeconds: 0 });
