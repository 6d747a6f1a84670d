import { readFile } from 'node:fs/promises';
import { AgentError, errorCode } from './agent-error.ts';
import type { BackgroundApplier } from './background-applier.ts';
import type { AgentConfiguration } from './config.ts';
import type { Session } from './connection.ts';
import { type DirectorClient, directorClient } from './director-client.ts';
import { type GraphqlClient, graphqlClient } from './graphql-client.ts';
import { type MaintenanceDeps, maintain, mayPairAgain } from './maintenance.ts';
import { type PairingDeps, pair } from './pairing.ts';
import { publishUrls } from './runtime-labels.ts';
import { storedSession } from './stored-session.ts';

export interface CycleDeps extends PairingDeps, MaintenanceDeps {
  /** Read anew each cycle: whoever writes the configuration may replace the token. */
  readonly configuration: (paired: boolean) => Promise<AgentConfiguration>;
  readonly applier: BackgroundApplier;
}

export interface CycleResult {
  readonly pollAfterSeconds: number | undefined;
}

/** Pair if needed, maintain the connection, fetch, hand over for applying, publish the Runtime's addresses. Stops between steps when asked to. */
export async function runCycle(deps: CycleDeps, periodSeconds: number, signal: AbortSignal): Promise<CycleResult> {
  const configuration = await deps.configuration((await deps.keys.load()) !== undefined);
  const extraCa = configuration.caFile === undefined ? undefined : await readCa(configuration.caFile);
  const as = (session?: Session) => graphqlClient(configuration.runtimeId, { extraCa, identity: session?.identity });
  const pairAnew = () => withClient(as(), (client) => pair(configuration, client, deps));

  const opened = (await storedSession(configuration, deps)) ?? (await pairAnew());
  signal.throwIfAborted();
  const session = await maintainOrPairAgain(opened, configuration);
  signal.throwIfAborted();
  return await withClient(as(session), (client) => synchronize(configuration, directorClient(client, session.connection), deps, signal));

  async function maintainOrPairAgain(current: Session, latest: AgentConfiguration): Promise<Session> {
    const maintained = (candidate: Session) => withClient(as(candidate), (client) => maintain(candidate, client, periodSeconds, deps));
    try {
      return await maintained(current);
    } catch (error) {
      if (!mayPairAgain(error, latest, current)) throw error;
      deps.log('warn', 'certificate refused, pairing with the new token');
      return await maintained(await pairAnew());
    }
  }
}

async function synchronize(
  configuration: AgentConfiguration,
  director: DirectorClient,
  deps: CycleDeps,
  signal: AbortSignal,
): Promise<CycleResult> {
  const fetchAndApply = async () => {
    const fetched = await director.fetchRuntimeConfiguration();
    deps.log('info', 'configuration fetched', { applications: fetched.applications.length });
    deps.applier.submit({ runtimeId: configuration.runtimeId, applications: fetched.applications });
    return fetched;
  };
  const fetched = await fetchAndApply();
  signal.throwIfAborted();
  // What the Applications offer may depend on the addresses: the eventing URL does.
  if (await publishUrls(configuration, fetched.labels, director, deps.log)) await fetchAndApply();
  return { pollAfterSeconds: fetched.pollAfterSeconds };
}

async function withClient<T>(client: GraphqlClient, use: (client: GraphqlClient) => Promise<T>): Promise<T> {
  try {
    return await use(client);
  } finally {
    client.close();
  }
}

async function readCa(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AgentError('misconfigured', `cannot read the CA file ${file} (${errorCode(cause)})`, { cause });
  }
}
