import { type Clock, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { RequestCounts } from './request-counts.ts';

interface Deps {
  readonly counts: RequestCounts;
  readonly clock: Clock;
  readonly log: { warn(message: string, fields: { tenant: string; error: Error }): void };
  /** Requests of one tenant that are served in a second, on average of a period. */
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

/**
 * Admits requests of tenants up to a rate. An instance counts in memory, and adds its count to the sum of all instances each time it has served 1 % of what
 * a period admits: a tenant with few requests costs no call. If the sum cannot be written, the request is admitted. The result throws TooManyRequests.
 */
export function tenantAdmission({ counts, clock, log, maxRequestsPerSecond }: Deps): (tenant: TenantId) => Promise<void> {
  const maxRequests = maxRequestsPerSecond * periodSeconds;
  const reported = Math.max(minReported, Math.ceil(maxRequests * reportedShare));
  const periods = new Map<TenantId, Period>();
  let begin = 0;

  const periodOf = (tenant: TenantId, current: number): Period => {
    if (current !== begin) periods.clear();
    begin = current;
    const period = periods.get(tenant) ?? { known: 0, unreported: 0 };
    periods.set(tenant, period);
    return period;
  };

  const report = async (tenant: TenantId, since: number, period: Period): Promise<void> => {
    const requests = period.unreported;
    period.unreported = 0;
    try {
      period.known = await counts.add(tenant, new Date(since), requests);
    } catch (error) {
      log.warn('requests not counted', { tenant, error: error as Error });
    }
  };

  return async (tenant) => {
    const now = clock().getTime();
    const since = now - (now % periodMs);
    const period = periodOf(tenant, since);
    if (period.known < maxRequests) {
      period.unreported += 1;
      if (period.unreported >= reported) await report(tenant, since, period);
      if (period.known + period.unreported <= maxRequests) return;
    }
    throw tooMany(maxRequestsPerSecond, Math.ceil((since + periodMs - now) / 1000));
  };
}

const tooMany = (maxRequestsPerSecond: number, retryAfterSeconds: number) =>
  new AppError('TooManyRequests', `the tenant sends more than ${maxRequestsPerSecond} requests per second`, {
    details: { retryAfterSeconds },
  });
