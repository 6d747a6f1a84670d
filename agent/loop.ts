import { AgentError, messageOf } from './agent-error.ts';
import { backoffSeconds, type Failures, jitteredPeriod } from './backoff.ts';
import type { Log } from './log.ts';
import type { StoredJson } from './state/stored-json.ts';
import type { CycleResult } from './sync/synchronize.ts';

export interface LoopDeps {
  readonly cycle: (periodSeconds: number) => Promise<CycleResult>;
  /** Seconds that a wait may take, for the sake of the certificate. */
  readonly maxWaitSeconds: () => Promise<number>;
  readonly failures: StoredJson<Failures>;
  /** Resolves early when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly log: Log;
}

interface Pace {
  readonly periodSeconds: number;
  readonly failures: number;
  readonly waitSeconds: number;
}

/** Runs cycles until the signal aborts: with the server's period if it names one, and with growing pauses while they fail. */
export async function runLoop(deps: LoopDeps, defaultPeriodSeconds: number, signal: AbortSignal): Promise<void> {
  let pace: Pace = { periodSeconds: defaultPeriodSeconds, failures: await failuresBefore(deps), waitSeconds: 0 };
  while (!signal.aborted) {
    try {
      const { pollAfterSeconds } = await deps.cycle(pace.periodSeconds);
      pace = await afterSuccess(pace, pollAfterSeconds ?? defaultPeriodSeconds, deps);
    } catch (error) {
      if (signal.aborted) return;
      pace = await afterFailure(pace, error, deps);
    }
    await deps.sleep(pace.waitSeconds * 1000, signal);
  }
}

/** A count that cannot be read must not end the loop. */
async function failuresBefore({ failures, log }: LoopDeps): Promise<number> {
  try {
    return (await failures.load())?.consecutive ?? 0;
  } catch (cause) {
    log('warn', 'state cannot be read', { reason: messageOf(cause) });
    return 0;
  }
}

async function afterSuccess(pace: Pace, periodSeconds: number, deps: LoopDeps): Promise<Pace> {
  if (pace.failures > 0)
    await deps.failures.clear().catch((cause) => deps.log('warn', 'state cannot be written', { reason: messageOf(cause) }));
  const waitSeconds = Math.min(jitteredPeriod(periodSeconds, deps.random), await deps.maxWaitSeconds());
  return { periodSeconds, failures: 0, waitSeconds };
}

async function afterFailure(pace: Pace, error: unknown, { failures: stored, maxWaitSeconds, random, log }: LoopDeps): Promise<Pace> {
  const failures = pace.failures + 1;
  const atLeast = error instanceof AgentError ? error.retryAfterSeconds : undefined;
  const waitSeconds = backoffSeconds(failures, random, { atLeast, period: pace.periodSeconds, atMost: await maxWaitSeconds() });
  log('error', 'cycle failed', { reason: messageOf(error), failures, retryInSeconds: Math.round(waitSeconds) });
  // A full disk must not end the loop: the count in memory goes on.
  await stored.save({ consecutive: failures }).catch((cause) => log('warn', 'state cannot be written', { reason: messageOf(cause) }));
  return { ...pace, failures, waitSeconds };
}
