import { AgentError } from './agent-error.ts';
import type { AgentConfiguration } from './config.ts';
import { graphqlOnly } from './control-plane/graphql-only.ts';
import { httpsTransport, type SecureContexts } from './control-plane/https-transport.ts';
import type { Limits } from './control-plane/limits.ts';
import type { Environment } from './control-plane/proxy.ts';
import { serverClock } from './control-plane/server-clock.ts';
import { type CycleDeps, runCycle } from './cycle.ts';
import type { Log } from './log.ts';
import type { KeyType } from './pairing/key-pair.ts';
import { maintenanceSchedule } from './pairing/maintenance.ts';
import type { AgentStores } from './stores.ts';
import { backgroundApplier } from './sync/background-applier.ts';
import type { CycleResult } from './sync/synchronize.ts';

export interface AgentParts {
  readonly stores: AgentStores;
  readonly configuration: (paired: boolean) => Promise<AgentConfiguration>;
  /** Names proxies, and where the system's certificate authorities are. */
  readonly environment: Environment;
  readonly keyType: KeyType;
  /** Limits of requests. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  readonly contexts: SecureContexts;
  /** The time in milliseconds at which the Connector was asked before. */
  readonly askedAt?: number | undefined;
  readonly now: () => Date;
  readonly log: Log;
}

/** The dependencies of cycles, of whatever keeps the state. */
export function composeCycle({ stores, limits = {}, ...parts }: AgentParts): CycleDeps {
  const { environment, now, log } = parts;
  const clock = serverClock(now, log);
  return {
    ...stores,
    configuration: parts.configuration,
    applier: backgroundApplier(stores.apply, log),
    graphqlOnly: graphqlOnly(now),
    schedule: maintenanceSchedule(clock.now, parts.askedAt),
    transport: (connection) => httpsTransport({ ...connection, environment, limits }, parts.contexts),
    keyType: parts.keyType,
    clock,
    log,
  };
}

/** Runs one cycle and applies its result before it returns. Throws when any part of it failed. */
export async function completeCycle(deps: CycleDeps, periodSeconds: number, signal: AbortSignal): Promise<CycleResult> {
  let outcome: CycleResult;
  let problems: readonly string[];
  try {
    outcome = await runCycle(deps, periodSeconds, signal);
  } finally {
    // A cycle that fails may have fetched something all the same.
    problems = await deps.applier.settled();
  }
  if (problems.length > 0) throw new AgentError('unavailable', `the applications could not be applied (${problems[0]})`);
  return outcome;
}
