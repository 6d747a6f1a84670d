import { join } from 'node:path';
import type * as z from 'zod';
import { AgentError, errorCode, messageOf } from './agent-error.ts';
import { failuresSchema } from './backoff.ts';
import { type ConfigurationSources, loadConfiguration } from './config.ts';
import { graphqlOnly } from './control-plane/graphql-only.ts';
import { httpsTransport, secureContexts } from './control-plane/https-transport.ts';
import type { Limits } from './control-plane/limits.ts';
import { serverClock } from './control-plane/server-clock.ts';
import { type CycleDeps, runCycle } from './cycle.ts';
import { lineLog } from './log.ts';
import { type LoopDeps, runLoop } from './loop.ts';
import { writeLine } from './output.ts';
import type { KeyType } from './pairing/key-pair.ts';
import { maintenanceSchedule } from './pairing/maintenance.ts';
import { pendingPairingSchema } from './pairing/pending-pairing.ts';
import { pendingRenewalSchema } from './pairing/renewal.ts';
import { storedSession } from './pairing/stored-session.ts';
import { sleepFor } from './sleep.ts';
import { connectionSchema } from './state/connection.ts';
import { lockFolder } from './state/folder-lock.ts';
import { fileKeyStore } from './state/key-store.ts';
import { privateFolder } from './state/private-files.ts';
import { type OnDamage, storedJson } from './state/stored-json.ts';
import { loadApplied } from './sync/applied-view.ts';
import { applyToFiles } from './sync/apply-applications.ts';
import { type BackgroundApplier, backgroundApplier } from './sync/background-applier.ts';
import { type ChangeHooks, changeHooks, unannouncedSchema } from './sync/change-hooks.ts';

export interface AgentOptions {
  readonly stateFolder: string;
  readonly sources: ConfigurationSources;
  readonly keyType: KeyType;
  readonly periodSeconds: number;
  readonly hooks?: ChangeHooks;
  /** Limits of requests. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
}

/** Clock, timers and random numbers, so that tests can replace them. */
export interface AgentSurroundings {
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep: LoopDeps['sleep'];
  readonly write: (line: string) => void;
}

export const realSurroundings: AgentSurroundings = {
  now: () => new Date(),
  random: Math.random,
  sleep: sleepFor,
  write: writeLine,
};

/** Runs one cycle and applies its result before it returns. Throws when any part of it failed. */
export function runOnce(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  return alone(options, surroundings, signal, () => cycleOnce(options, surroundings, signal));
}

async function cycleOnce(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  const deps = compose(options, surroundings, signal);
  let problems: readonly string[];
  try {
    await runCycle(deps, options.periodSeconds, signal);
  } finally {
    // A cycle that fails may have fetched something all the same.
    problems = await deps.applier.settled();
  }
  if (problems.length > 0) throw new AgentError('unavailable', `the applications could not be applied (${problems[0]})`);
}

/** Runs until the signal aborts. Throws only for a configuration or a state folder that cannot work from the start. */
export function runForever(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  return alone(options, surroundings, signal, () => cycleForever(options, surroundings, signal));
}

async function cycleForever(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  const deps = compose(options, surroundings, signal);
  await storedSession(await deps.configuration((await deps.keys.load()) !== undefined), deps).catch(throwIfOccupied);
  const { random, sleep } = surroundings;
  const failures = storedJson(join(options.stateFolder, 'failures.json'), failuresSchema, () => undefined);
  const cycle = (periodSeconds: number) => runCycle(deps, periodSeconds, signal);
  deps.log('info', 'agent started', { state: options.stateFolder });
  await runLoop({ cycle, failures, sleep, random, log: deps.log }, options.periodSeconds, signal);
  await finishApplying(deps.applier, surroundings);
  deps.log('info', 'agent stopped');
}

/** Milliseconds to wait for an Agent that uses the same state folder: longer than an Agent takes to end. */
const maxLockWaitMs = 6000;

/** Runs the work as the only Agent in the state folder. */
async function alone(
  { stateFolder }: AgentOptions,
  { now, write }: AgentSurroundings,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  await privateFolder(stateFolder).catch((cause) => {
    throw new AgentError(
      'misconfigured',
      `cannot use the state folder ${stateFolder} (${errorCode(cause)}); name another with --state-dir`,
      { cause },
    );
  });
  const lock = await lockFolder(stateFolder, maxLockWaitMs, signal).catch((cause) => {
    if (cause instanceof AgentError || signal.aborted) throw cause;
    // The disk is full, or the file system does not support sockets.
    lineLog(write, now)('warn', 'the state folder cannot be locked, see that no other Agent uses it', { reason: messageOf(cause) });
    return undefined;
  });
  try {
    await work();
  } finally {
    lock?.release();
  }
}

function throwIfOccupied(error: unknown): void {
  if (error instanceof AgentError && error.kind === 'occupied') throw error;
}

function compose(options: AgentOptions, { now, write }: AgentSurroundings, signal: AbortSignal): CycleDeps {
  const { stateFolder, sources, keyType, hooks = {}, limits = {} } = options;
  const log = lineLog(write, now);
  const onDamage: OnDamage = (file) => log('warn', 'a file of the state is damaged and counts as absent', { file });
  const stored = <T>(name: string, schema: z.ZodType<T>) => storedJson(join(stateFolder, name), schema, onDamage);
  const clock = serverClock(now, log);
  const contexts = secureContexts();
  const unannounced = stored('unannounced.json', unannouncedSchema);
  const announcing = changeHooks({ hooks, unannounced, stateFolder, environment: sources.environment, now, log, signal });
  return {
    configuration: (paired) => loadConfiguration(sources, paired),
    keys: fileKeyStore(stateFolder, onDamage),
    connections: stored('connection.json', connectionSchema),
    pending: stored('pairing.json', pendingPairingSchema),
    renewals: stored('renewal.json', pendingRenewalSchema),
    applied: () => loadApplied(stateFolder, onDamage),
    applier: backgroundApplier(
      announcing.around((beforeChange) => applyToFiles(stateFolder, beforeChange)),
      log,
    ),
    graphqlOnly: graphqlOnly(now),
    schedule: maintenanceSchedule(clock.now),
    transport: (connection) => httpsTransport({ ...connection, environment: sources.environment, limits }, contexts),
    keyType,
    clock,
    log,
  };
}

/** Milliseconds. */
const maxFinishMs = 4000;

/** Milliseconds that a stop waits for applying, which can be interrupted safely. */
async function finishApplying(applier: BackgroundApplier, { sleep }: AgentSurroundings): Promise<void> {
  const done = new AbortController();
  await Promise.race([applier.settled().finally(() => done.abort()), sleep(maxFinishMs, done.signal)]);
}
