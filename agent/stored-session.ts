import { AgentError } from './agent-error.ts';
import type { AgentConfiguration } from './config.ts';
import { isSameRuntime, type Session, tokenDigest } from './connection.ts';
import type { MaintenanceDeps } from './maintenance.ts';
import type { PairingDeps } from './pairing.ts';
import { isExpired } from './renewal.ts';

/** The Session of an earlier pairing, or undefined when the one-time token is to be used. Throws when neither can lead anywhere. */
export async function storedSession(
  configuration: AgentConfiguration,
  deps: Pick<PairingDeps, 'keys' | 'connections' | 'pending'> & Pick<MaintenanceDeps, 'now'>,
): Promise<Session | undefined> {
  const connection = await deps.connections.load();
  if (connection === undefined || !isSameRuntime(connection, configuration)) return undefined;
  const identity = await deps.keys.load();
  if (identity !== undefined && !isExpired(identity, deps.now())) return { connection, identity };
  if (configuration.token === undefined || tokenDigest(configuration.token) !== connection.tokenDigest) return undefined;
  if ((await deps.pending.load())?.tokenDigest === connection.tokenDigest) return undefined;
  const why = identity === undefined ? 'there is no certificate' : 'the certificate has expired';
  throw new AgentError('misconfigured', `${why} and TOKEN has been used already; give a fresh one-time token`);
}
