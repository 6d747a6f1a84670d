import { isUnauthenticated } from './agent-error.ts';
import { validityOf } from './certificate.ts';
import type { AgentConfiguration } from './config.ts';
import { type Connection, type Session, tokenDigest } from './connection.ts';
import { type ConnectorConfiguration, fetchConfiguration } from './connector-client.ts';
import type { GraphqlClient } from './graphql-client.ts';
import type { PairingDeps } from './pairing.ts';
import { needsRenewal, renew } from './renewal.ts';

export interface MaintenanceDeps extends Pick<PairingDeps, 'keys' | 'connections' | 'keyType' | 'log'> {
  readonly now: () => Date;
}

/** Asks the Connector how things are, follows it to new addresses, and renews the certificate in time. */
export async function maintain(session: Session, client: GraphqlClient, periodSeconds: number, deps: MaintenanceDeps): Promise<Session> {
  const answer = await fetchConfiguration(client, session.connection.connectorUrl);
  const connection = await adoptUrls(session.connection, answer, deps);
  if (!needsRenewal(validityOf(session.identity), deps.now(), periodSeconds)) return { ...session, connection };
  const identity = await renew(client, session.connection.connectorUrl, answer, deps.keyType);
  await deps.keys.save(identity);
  deps.log('info', 'certificate renewed', { validUntil: validityOf(identity).notAfter });
  return { connection, identity };
}

/** Whether the certificate was refused while the configuration holds a one-time token that has not been used yet. */
export function mayPairAgain(error: unknown, configuration: AgentConfiguration, { connection }: Session): boolean {
  return isUnauthenticated(error) && configuration.token !== undefined && tokenDigest(configuration.token) !== connection.tokenDigest;
}

async function adoptUrls(connection: Connection, answer: ConnectorConfiguration, deps: MaintenanceDeps): Promise<Connection> {
  const { directorUrl, connectorUrl } = answer;
  if (directorUrl === connection.directorUrl && connectorUrl === connection.connectorUrl) return connection;
  const next = { ...connection, directorUrl, connectorUrl };
  await deps.connections.save(next);
  deps.log('info', 'control plane addresses changed', { director: directorUrl, connector: connectorUrl });
  return next;
}
