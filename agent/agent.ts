import { AgentError, errorCode, messageOf } from './agent-error.ts';
import { completeCycle, composeCycle } from './compose.ts';
import { type ConfigurationSources, loadConfiguration } from './config.ts';
import { secureContexts, type Transport } from './control-plane/https-transport.ts';
import type { Limits } from './control-plane/limits.ts';
import { type CycleDeps, maxWaitSeconds, runCycle } from './cycle.ts';
import { lineLog } from './log.ts';
import { type LoopDeps, runLoop } from './loop.ts';
import { writeLine } from './output.ts';
import type { KeyType } from './pairing/key-pair.ts';
import { storedSession } from './pairing/stored-session.ts';
import { sleepFor } from './sleep.ts';
import { fileStores } from './state/file-stores.ts';
import { lockFolder } from './state/folder-lock.ts';
import { privateFolder } from './state/private-files.ts';
import type { BackgroundApplier } from './sync/background-applier.ts';
import type { ChangeHooks } from './sync/change-hooks.ts';

export interface AgentOptions {
  readonly stateFolder: string;
  readonly sources: ConfigurationSources;
  readonly keyType: KeyType;
  readonly periodSeconds: number;
  readonly hooks?: ChangeHooks;
  /** Limits of requests. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
}

/** Clock, timers, random numbers and the network, so that tests can replace them. */
export interface AgentSurroundings {
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep: LoopDeps['sleep'];
  readonly write: (line: string) => void;
  /** Stands between the Agent and its requests. Default: the requests are sent as they are. */
  readonly network?: (transport: Transport) => Transport;
}

export const realSurroundings: AgentSurroundings = {
  now: () => new Date(),
  random: Math.random,
  sleep: sleepFor,
  write: writeLine,
};

/** Runs one cycle and applies its result before it returns. Throws when any part of it failed. */
export function runOnce(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  return alone(options, surroundings, signal, async () => {
    await completeCycle(compose(options, surroundings, signal).deps, options.periodSeconds, signal);
  });
}

/** Runs until the signal aborts. Throws only for a configuration or a state folder that cannot work from the start. */
export function runForever(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  return alone(options, surroundings, signal, () => cycleForever(options, surroundings, signal));
}

async function cycleForever(options: AgentOptions, surroundings: AgentSurroundings, signal: AbortSignal): Promise<void> {
  const { deps, stores } = compose(options, surroundings, signal);
  await storedSession(await deps.configuration((await deps.keys.load()) !== undefined), deps).catch(throwIfOccupied);
  const { random, sleep } = surroundings;
  const cycle = (periodSeconds: number) => runCycle(deps, periodSeconds, signal);
  deps.log('info', 'agent started', { state: options.stateFolder });
  const loop: LoopDeps = { cycle, maxWaitSeconds: () => maxWaitSeconds(deps), failures: stores.failures, sleep, random, log: deps.log };
  await runLoop(loop, options.periodSeconds, signal);
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

function compose(
  { stateFolder, sources, hooks = {}, ...options }: AgentOptions,
  { now, write, network = (transport) => transport }: AgentSurroundings,
  signal: AbortSignal,
): { readonly deps: CycleDeps; readonly stores: ReturnType<typeof fileStores> } {
  const { environment } = sources;
  const log = lineLog(write, now);
  const stores = fileStores(stateFolder, { hooks, environment, now, log, signal });
  const configuration = (paired: boolean) => loadConfiguration(sources, paired);
  const deps = composeCycle({ ...options, stores, configuration, environment, contexts: secureContexts(), now, log });
  return { deps: { ...deps, transport: (connection) => network(deps.transport(connection)) }, stores };
}

/** Milliseconds. */
const maxFinishMs = 4000;

/** Milliseconds that a stop waits for applying, which can be interrupted safely. */
async function finishApplying(applier: BackgroundApplier, { sleep }: AgentSurroundings): Promise<void> {
  const done = new AbortController();
  await Promise.race([applier.settled().finally(() => done.abort()), sleep(maxFinishMs, done.signal)]);
}
