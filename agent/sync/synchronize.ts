import { AgentError } from '../agent-error.ts';
import type { AgentConfiguration } from '../config.ts';
import type { ControlPlaneClient } from '../control-plane/control-plane-client.ts';
import { type DirectorClient, directorClient } from '../control-plane/director-client.ts';
import type { GraphqlOnly } from '../control-plane/graphql-only.ts';
import type { Log } from '../log.ts';
import type { Connection } from '../state/connection.ts';
import type { AppliedView } from './applied-view.ts';
import type { BackgroundApplier } from './background-applier.ts';
import { publishUrls } from './runtime-labels.ts';

export interface SynchronizationDeps {
  readonly applier: BackgroundApplier;
  /** Reads the completely applied view with its revision. */
  readonly applied: () => Promise<AppliedView | undefined>;
  readonly graphqlOnly: GraphqlOnly;
  readonly log: Log;
}

export interface CycleResult {
  readonly pollAfterSeconds: number | undefined;
}

/** Fetches what is new, hands it over for applying, and publishes the Runtime's addresses. Stops between steps when asked to. */
export async function synchronize(
  configuration: AgentConfiguration,
  client: ControlPlaneClient,
  connection: Connection,
  deps: SynchronizationDeps,
  signal: AbortSignal,
): Promise<CycleResult> {
  const director = directorClient(client, connection, deps.graphqlOnly);
  const fetched = await fetchAndApply(configuration.runtimeId, director, deps);
  signal.throwIfAborted();
  // What the Applications offer may depend on the addresses: the eventing URL does.
  if (await publishUrls(configuration, fetched.labels, director, deps.log)) await fetchAndApply(configuration.runtimeId, director, deps);
  return { pollAfterSeconds: fetched.pollAfterSeconds };
}

async function fetchAndApply(runtimeId: string, director: DirectorClient, { applier, applied, log }: SynchronizationDeps) {
  const before = await applied();
  const known = before?.runtimeId === runtimeId ? before : undefined;
  const fetched = await director.fetchRuntimeConfiguration(known?.revision);
  if (fetched.kind === 'read') {
    const { applications, withheld, revision } = fetched;
    log('info', 'configuration fetched', { applications: applications.length });
    for (const { id, name, reason } of withheld)
      log('warn', 'an application is withheld, what was applied of it stays', { id, name, reason });
    applier.submit({ runtimeId, applications, ...(withheld.length > 0 && { withheld }), revision });
    return fetched;
  }
  if (known === undefined)
    throw new AgentError('invalid-answer', 'the Director answered that nothing changed to a question without a revision');
  log('info', 'configuration unchanged', { applications: known.count });
  // Repairs files that another process changed; costs nothing if they are unchanged.
  if (known.content) applier.submit(known.content);
  return { labels: known.revision.labels, pollAfterSeconds: fetched.pollAfterSeconds };
}
