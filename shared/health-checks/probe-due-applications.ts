import { processDue } from '#shared/core/process-due.ts';
import { type Clock, later, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { isSuccess } from '../http/status-line.ts';
import type { ProbeResult } from './health-check.ts';
import type { DueHealthCheck, HealthCheckRepository } from './health-check-repository.ts';

interface Deps {
  readonly healthChecks: Pick<HealthCheckRepository, 'due' | 'claim' | 'record'>;
  readonly http: GuardedHttp;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly pace: ProbePace;
}

export interface ProbePace {
  /** Milliseconds from one probe of an Application to the next, give or take a tenth. */
  readonly interval: number;
  /** Maximum number of concurrent probes. */
  readonly concurrency: number;
  /** Milliseconds after which a run begins no further probe and leaves what is due to the next run. */
  readonly runFor: number;
}

export interface ProbeCounts {
  succeeded: number;
  failed: number;
  /** Checks that another worker claimed, or whose URL changed meanwhile. */
  skipped: number;
}

/** Milliseconds for one probe, from the name's resolution to the end of the answer. */
const probeTimeoutMs = seconds(5);

/** Probes every Application of every tenant that is due. Errors are thrown after all others were probed. */
export async function probeDueApplications(deps: Deps): Promise<ProbeCounts> {
  const counts: ProbeCounts = { succeeded: 0, failed: 0, skipped: 0 };
  await processDue(deps.healthChecks.due(deps.clock()), deps.clock, deps.pace, async (due) => {
    counts[await probe(due, deps)] += 1;
  });
  return counts;
}

async function probe(due: DueHealthCheck, { healthChecks, http, clock, random, pace }: Deps): Promise<keyof ProbeCounts> {
  const turn = await healthChecks.claim(due, later(clock(), pace.interval * (0.9 + 0.2 * random())));
  if (!turn) return 'skipped';
  const message = await problemOf(turn.check.url, http);
  const result: ProbeResult = { condition: message === undefined ? 'SUCCEEDED' : 'FAILED', message, probedAt: clock().toISOString() };
  if (!(await healthChecks.record(turn, result))) return 'skipped';
  return message === undefined ? 'succeeded' : 'failed';
}

/** Reason why an endpoint is not healthy; undefined after a status of 2xx in time. */
async function problemOf(url: string, http: GuardedHttp): Promise<string | undefined> {
  try {
    const { status } = await http({
      method: 'GET',
      url,
      headers: { 'user-agent': 'Compass-Health/1' },
      timeout: probeTimeoutMs,
      needs: 'status',
    });
    return isSuccess(status) ? undefined : `the endpoint answered ${status}`;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
