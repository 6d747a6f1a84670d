import { seconds } from '../core/clock.ts';

/** Maximum pause that a receiver may ask for, in seconds. */
const maxRetryAfterSeconds = 86_400;

/** Jitter of ±20 %, so that deliveries that failed together are not retried together. */
const jitter = 0.2;

export interface RetryTiming {
  /** Seconds before each retry. */
  readonly schedule: readonly number[];
  /** 0 up to 1. */
  readonly random: () => number;
}

/** Whole seconds until the attempt after the `attempt`th; undefined after the last. `retryAfter` can only prolong it. */
export function retryDelay(attempt: number, retryAfter: number | undefined, { schedule, random }: RetryTiming): number | undefined {
  const scheduled = schedule[attempt - 1];
  if (scheduled === undefined) return undefined;
  const spread = scheduled * (1 - jitter + 2 * jitter * random());
  return Math.max(1, Math.round(spread), Math.min(retryAfter ?? 0, maxRetryAfterSeconds));
}

/** Milliseconds from the first attempt after which no further one follows: the whole schedule, as long as it may get. */
export const wholeSchedule = (schedule: readonly number[]): number =>
  seconds(schedule.reduce((sum, pause) => sum + pause, 0) * (1 + jitter));

/** The oldest of the three forms of a date (RFC 9110, 5.6.7): it has no zone, and means UTC. */
const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/** Reads a Retry-After header: seconds or an HTTP date of any form; anything else counts as absent. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,99}$/.test(header)) return Number(header);
  const dated = header.replace(asctime, '$2 $1 $4 $3 GMT');
  const date = dated.endsWith(' GMT') ? Date.parse(dated) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
