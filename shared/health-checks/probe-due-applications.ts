import { processDue } from '#shared/core/process-due.ts';
import { type Clock, later, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { endpointKey, endpointOf } from '../endpoints/endpoint-leases.ts';
import { type EndpointLines, endpointLines } from '../endpoints/endpoint-lines.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { isSuccess } from '../http/status-line.ts';
import type { HealthCheck, ProbeResult } from './health-check.ts';
import type { HealthCheckRepository, ProbeTurn } from './health-check-repository.ts';

interface Deps {
  readonly healthChecks: Pick<HealthCheckRepository, 'due' | 'claim' | 'record' | 'giveBack'>;
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
  /** Checks that another worker claimed, whose URL changed meanwhile, or that are left to the next run. */
  skipped: number;
}

/** Milliseconds for one probe, from the name's resolution to the end of the answer. */
const probeTimeoutMs = seconds(5);

/**
 * Probes every Application of every tenant that is due. An endpoint gets a few probes at once, and once it is silent no further one in this run: its
 * checks have failed. Errors are thrown after all others were probed.
 */
export async function probeDueApplications(deps: Deps): Promise<ProbeCounts> {
  const counts: ProbeCounts = { succeeded: 0, failed: 0, skipped: 0 };
  const run = { lines: endpointLines<ProbeTurn>(), end: later(deps.clock(), deps.pace.runFor) };
  await processDue(deps.healthChecks.due(deps.clock()), deps.clock, deps.pace, async (due) => {
    const turn = await deps.healthChecks.claim(due, later(deps.clock(), deps.pace.interval * (0.9 + 0.2 * deps.random())));
    if (turn) await probeInLine(turn, run, counts, deps);
    else counts.skipped += 1;
  });
  return counts;
}

interface Run {
  readonly lines: EndpointLines<ProbeTurn>;
  readonly end: Date;
}

/** Probes, and then those that waited for the end of this probe. An error ends none of the others. */
async function probeInLine(first: ProbeTurn, { lines, end }: Run, counts: ProbeCounts, deps: Deps): Promise<void> {
  const endpoint = endpointNameOf(first.check);
  if (!lines.begin(endpoint, first)) return;
  const errors: unknown[] = [];
  for (let turn: ProbeTurn | undefined = first; turn; ) {
    let answered: boolean | undefined;
    try {
      // The first one was claimed in time.
      const isLate = turn !== first && deps.clock() >= end;
      const result = isLate ? await givenBack(turn, deps) : await probe(turn, lines.isSilent(endpoint), deps);
      ({ answered } = result);
      counts[result.outcome] += 1;
    } catch (error) {
      errors.push(error);
    }
    turn = lines.end(endpoint, answered);
  }
  if (errors.length > 0) throw errors[0];
}

const endpointNameOf = ({ tenant, url }: HealthCheck): string => endpointKey(endpointOf(tenant, url) ?? { tenant, origin: url });

interface Probed {
  readonly outcome: keyof ProbeCounts;
  readonly answered?: boolean;
}

/** Leaves it to the next run. */
async function givenBack(turn: ProbeTurn, { healthChecks }: Deps): Promise<Probed> {
  await healthChecks.giveBack(turn);
  return { outcome: 'skipped' };
}

async function probe(turn: ProbeTurn, isSilent: boolean, { healthChecks, http, clock }: Deps): Promise<Probed> {
  const { message, answered } = isSilent ? silent : await problemOf(turn.check.url, http);
  const result: ProbeResult = { condition: message === undefined ? 'SUCCEEDED' : 'FAILED', message, probedAt: clock().toISOString() };
  if (!(await healthChecks.record(turn, result))) return { outcome: 'skipped', answered };
  return { outcome: message === undefined ? 'succeeded' : 'failed', answered };
}

interface Problem {
  /** Reason why an endpoint is not healthy; undefined after a status of 2xx in time. */
  readonly message?: string;
  /** Undefined if it was not called. */
  readonly answered?: boolean;
}

const silent: Problem = { message: 'the endpoint does not answer' };

async function problemOf(url: string, http: GuardedHttp): Promise<Problem> {
  try {
    const { status } = await http({
      method: 'GET',
      url,
      headers: { 'user-agent': 'Compass-Health/1' },
      timeout: probeTimeoutMs,
      needs: 'status',
    });
    return { message: isSuccess(status) ? undefined : `the endpoint answered ${status}`, answered: true };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { message: error.message, answered: error.code === 'TargetUnreachable' ? false : undefined };
  }
}
