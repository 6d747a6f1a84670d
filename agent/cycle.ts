import { isUnauthenticated, messageOf } from './agent-error.ts';
import type { AgentConfiguration } from './config.ts';
import { readCaFile } from './control-plane/certificate-authorities.ts';
import { fetchConfiguration } from './control-plane/connector-client.ts';
import { type ControlPlaneClient, controlPlaneClient } from './control-plane/control-plane-client.ts';
import type { Transport, TransportOptions } from './control-plane/https-transport.ts';
import { type Maintained, type MaintenanceDeps, type MaintenanceSchedule, maintain } from './pairing/maintenance.ts';
import { type PairingDeps, pair } from './pairing/pairing.ts';
import { mayPairAgain, withAdvice } from './pairing/second-pairing.ts';
import { checkHolder, storedSession } from './pairing/stored-session.ts';
import { isExpired, validityOf } from './state/certificate.ts';
import { type Addresses, type Connection, isSameAddress, type Session } from './state/connection.ts';
import { type CycleResult, type SynchronizationDeps, synchronize } from './sync/synchronize.ts';

export interface CycleDeps extends PairingDeps, MaintenanceDeps, SynchronizationDeps {
  /** Read in each cycle, because the operator may replace the token. */
  readonly configuration: (paired: boolean) => Promise<AgentConfiguration>;
  readonly schedule: MaintenanceSchedule;
  readonly transport: (options: TransportOptions) => Transport;
}

/** Values that the steps of one cycle share. */
interface Cycle {
  readonly configuration: AgentConfiguration;
  readonly periodSeconds: number;
  readonly signal: AbortSignal;
  readonly deps: CycleDeps;
  /** Runs a step with the Session's certificate, or without one. */
  readonly as: <T>(session: Session | undefined, use: (client: ControlPlaneClient) => Promise<T>) => Promise<T>;
}

/**
 * Runs one cycle: pair if needed, maintain the connection, fetch, pass on for applying, publish the Runtime's addresses. Stops between steps if the
 * signal aborts.
 */
export async function runCycle(deps: CycleDeps, periodSeconds: number, signal: AbortSignal): Promise<CycleResult> {
  const configuration = await deps.configuration((await deps.keys.load()) !== undefined);
  const extraCa = configuration.caFile === undefined ? undefined : await readCaFile(configuration.caFile);
  const as: Cycle['as'] = async (session, use) => {
    const transport = deps.transport({ extraCa, identity: session?.identity, allowHttp: configuration.allowHttp, signal });
    const client = controlPlaneClient(configuration.runtimeId, transport, deps.clock.observe);
    try {
      return await use(client);
    } finally {
      client.close();
    }
  };
  const cycle: Cycle = { configuration, periodSeconds, signal, deps, as };
  try {
    const stored = await storedSession(configuration, deps);
    if (stored !== undefined) checkHolder(stored.identity, configuration);
    return stored === undefined ? await work(await pairAnew(cycle), cycle) : await workOrPairAgain(stored, cycle);
  } catch (error) {
    deps.schedule.failed();
    throw error;
  }
}

/**
 * Maximum seconds of a wait: a third of the certificate's remaining validity, so that a cycle falls into the last 0.3 of its validity, in which it is
 * renewed. Without end where there is no certificate to lose.
 */
export async function maxWaitSeconds({ keys, clock }: Pick<CycleDeps, 'keys' | 'clock'>): Promise<number> {
  const identity = await keys.load().catch(() => undefined);
  if (identity === undefined || isExpired(identity, clock.now())) return Number.POSITIVE_INFINITY;
  return Math.max(1, (validityOf(identity).notAfter.getTime() - clock.now().getTime()) / 3000);
}

async function pairAnew(cycle: Cycle): Promise<Session> {
  const session = await cycle.as(undefined, (client) => pair(cycle.configuration, client, cycle.deps));
  checkHolder(session.identity, cycle.configuration);
  return session;
}

async function workOrPairAgain(session: Session, cycle: Cycle): Promise<CycleResult> {
  const { configuration, signal, deps } = cycle;
  try {
    return await work(session, cycle);
  } catch (error) {
    const now = deps.clock.now();
    if (signal.aborted || !mayPairAgain(error, configuration, session, now)) throw withAdvice(error, configuration, session, now);
    deps.log('warn', 'certificate does not work, pairing with the new token', { reason: messageOf(error) });
    return await work(await pairAnew(cycle), cycle);
  }
}

async function work(session: Session, cycle: Cycle): Promise<CycleResult> {
  cycle.signal.throwIfAborted();
  if (!cycle.deps.schedule.isDue(session, cycle.periodSeconds)) return await synchronizeAs(session, cycle);
  const result = await maintainAndWork(session, cycle);
  cycle.deps.schedule.done();
  return result;
}

async function maintainAndWork(session: Session, cycle: Cycle): Promise<CycleResult> {
  let maintained: Maintained;
  try {
    maintained = await cycle.as(session, (client) => maintain(session, client, cycle.periodSeconds, cycle.deps));
  } catch (error) {
    if (isUnauthenticated(error) || cycle.signal.aborted) throw error;
    const { announced } = session.connection;
    // The old addresses may be gone, and no other source names the new ones.
    if (announced !== undefined) return await moveTo(announced, session, cycle);
    // The certificate is valid until it ends, also while the Connector fails.
    await synchronizeAs(session, cycle).catch(() => undefined);
    throw error;
  }
  cycle.signal.throwIfAborted();
  return await follow(maintained, cycle);
}

/** Uses the addresses that the Connector names; while they do not work, the earlier ones. */
async function follow({ session, named }: Maintained, cycle: Cycle): Promise<CycleResult> {
  const { log } = cycle.deps;
  const { announced, ...connection } = session.connection;
  if (isSameAddress(named, connection)) {
    if (announced !== undefined) await remember(connection, cycle);
    return await synchronizeAs(session, cycle);
  }
  // Stored before they are tried: if the old ones are gone by the next cycle, no other source names the new ones.
  if (announced === undefined || !isSameAddress(named, announced)) await remember({ ...connection, announced: named }, cycle);
  try {
    return await moveTo(named, session, cycle);
  } catch (error) {
    if (cycle.signal.aborted) throw error;
    log('warn', 'the new control plane addresses do not work, staying', { director: named.directorUrl, reason: messageOf(error) });
    return await synchronizeAs(session, cycle);
  }
}

/** The addresses are adopted once Connector and Director answered there. */
async function moveTo(addresses: Addresses, session: Session, cycle: Cycle): Promise<CycleResult> {
  const { log } = cycle.deps;
  const { announced, ...before } = session.connection;
  const connection = { ...before, ...addresses };
  const moved = { ...session, connection };
  await cycle.as(moved, (client) => fetchConfiguration(client, addresses.connectorUrl));
  const result = await synchronizeAs(moved, cycle);
  await remember(connection, cycle);
  log('info', 'control plane addresses changed', { director: addresses.directorUrl, connector: addresses.connectorUrl });
  return result;
}

/** Writes the file if possible: a failure does not stop the cycle. The next call of the Connector tries again. */
const remember = (connection: Connection, { deps: { connections, log } }: Cycle): Promise<void> =>
  connections.save(connection).catch((cause) => log('error', 'state cannot be written', { reason: messageOf(cause) }));

const synchronizeAs = (session: Session, { configuration, deps, signal, as }: Cycle): Promise<CycleResult> =>
  as(session, (client) => synchronize(configuration, client, session.connection, deps, signal));
