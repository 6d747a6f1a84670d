import { type Clock, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { RequestCounts } from './request-counts.ts';

interface Deps<K extends string> {
  readonly counts: RequestCounts<K>;
  readonly clock: Clock;
  readonly log: { warn(message: string, fields: { sender: string; error: Error }): void };
  /** The kind of those that have the rate. */
  readonly subject: 'tenant' | 'Application';
  /** Requests of one of them that are served in a second, on average of a period. */
  readonly maxRequestsPerSecond: number;
}

interface Period {
  /** Requests of all instances, as far as they are known here. */
  known: number;
  /** Requests of this instance that the others do not know of. */
  unreported: number;
}

export const periodSeconds = 30;
const periodMs = seconds(periodSeconds);

/** Part of the limit that an instance serves before it tells the others. */
const reportedShare = 0.01;
const minReported = 10;

/** Admits requests of tenants up to a rate: see `requestAdmission`. */
export const tenantAdmission = (deps: Omit<Deps<TenantId>, 'subject'>): ((tenant: TenantId) => Promise<void>) =>
  requestAdmission({ ...deps, subject: 'tenant' });

/**
 * Admits requests of each sender up to a rate. An instance counts in memory, and adds its count to the sum of all instances each time it has served 1 % of what
 * a period admits: a sender with few requests costs no call. If the sum cannot be written, the request is admitted. The result throws TooManyRequests.
 */
export function requestAdmission<K extends string>(deps: Deps<K>): (sender: K) => Promise<void> {
  const { counts, clock, log, maxRequestsPerSecond, subject } = deps;
  const maxRequests = maxRequestsPerSecond * periodSeconds;
  const reported = Math.max(minReported, Math.ceil(maxRequests * reportedShare));
  const periods = new Map<K, Period>();
  let begin = 0;

  const periodOf = (sender: K, current: number): Period => {
    if (current !== begin) periods.clear();
    begin = current;
    const period = periods.get(sender) ?? { known: 0, unreported: 0 };
    periods.set(sender, period);
    return period;
  };

  const report = async (sender: K, since: number, period: Period): Promise<void> => {
    const requests = period.unreported;
    period.unreported = 0;
    try {
      period.known = await counts.add(sender, new Date(since), requests);
    } catch (error) {
      log.warn('requests not counted', { sender, error: error as Error });
    }
  };

  return async (sender) => {
    const now = clock().getTime();
    const since = now - (now % periodMs);
    const period = periodOf(sender, since);
    if (period.known < maxRequests) {
      period.unreported += 1;
      if (period.unreported >= reported) await report(sender, since, period);
      if (period.known + period.unreported <= maxRequests) return;
    }
    throw tooMany(subject, maxRequestsPerSecond, Math.ceil((since + periodMs - now) / 1000));
  };
}

const tooMany = (subject: string, maxRequestsPerSecond: number, retryAfterSeconds: number) =>
  new AppError('TooManyRequests', `the ${subject} sends more than ${maxRequestsPerSecond} requests per second`, {
    details: { retryAfterSeconds },
  });
