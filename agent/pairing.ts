import { randomUUID } from 'node:crypto';
import { AgentError } from './agent-error.ts';
import { identityFrom, validityOf } from './certificate.ts';
import type { AgentConfiguration } from './config.ts';
import { type Connection, isSameRuntime, type Session, tokenDigest } from './connection.ts';
import { fetchConfiguration, signCertificate } from './connector-client.ts';
import { newSigningRequest } from './csr.ts';
import type { GraphqlClient } from './graphql-client.ts';
import type { KeyType } from './key-pair.ts';
import type { KeyStore } from './key-store.ts';
import type { Log } from './log.ts';
import type { PendingPairing } from './pending-pairing.ts';
import type { StoredJson } from './stored-json.ts';

export interface PairingDeps {
  readonly keys: KeyStore;
  readonly connections: StoredJson<Connection>;
  readonly pending: StoredJson<PendingPairing>;
  readonly keyType: KeyType;
  readonly log: Log;
}

type Signing = NonNullable<PendingPairing['signing']>;

/** Turns the one-time token into a certificate. Begun before with the same token, it goes on where it stopped. */
export async function pair(configuration: AgentConfiguration, client: GraphqlClient, deps: PairingDeps): Promise<Session> {
  if (configuration.token === undefined) {
    throw new AgentError('misconfigured', 'missing configuration: TOKEN (a one-time token is needed to pair)');
  }
  const pending = await beginOrResume(configuration, configuration.token, deps);
  const signing = pending.signing ?? (await exchangeToken(configuration, configuration.token, pending, client, deps));
  const chain = await signCertificate(client, configuration.connectorUrl, signing.csr, { 'Connector-Token': signing.token });
  const session: Session = {
    connection: {
      runtimeId: configuration.runtimeId,
      tenant: configuration.tenant,
      tokenDigest: pending.tokenDigest,
      directorUrl: signing.directorUrl,
      connectorUrl: signing.connectorUrl,
    },
    identity: identityFrom(signing.privateKey, chain),
  };
  // The identity goes last: until it is there, a restart takes the pending pairing up again.
  await deps.connections.save(session.connection);
  await deps.keys.save(session.identity);
  await deps.pending.clear();
  deps.log('info', 'paired', { runtime: configuration.runtimeId, validUntil: validityOf(session.identity).notAfter });
  return session;
}

async function beginOrResume(configuration: AgentConfiguration, token: string, deps: PairingDeps): Promise<PendingPairing> {
  const digest = tokenDigest(token);
  const stored = await deps.pending.load();
  if (stored !== undefined && stored.tokenDigest === digest && isSameRuntime(stored, configuration)) {
    deps.log('info', 'pairing resumed', { runtime: configuration.runtimeId });
    return stored;
  }
  const pending = { runtimeId: configuration.runtimeId, tenant: configuration.tenant, tokenDigest: digest, idempotencyKey: randomUUID() };
  await deps.pending.save(pending);
  deps.log('info', 'pairing started', { runtime: configuration.runtimeId });
  return pending;
}

async function exchangeToken(
  { connectorUrl }: AgentConfiguration,
  token: string,
  pending: PendingPairing,
  client: GraphqlClient,
  deps: PairingDeps,
): Promise<Signing> {
  const answer = await fetchConfiguration(client, connectorUrl, {
    'Connector-Token': token,
    'Idempotency-Key': pending.idempotencyKey,
  });
  const signing = {
    token: answer.token,
    directorUrl: answer.directorUrl,
    connectorUrl: answer.connectorUrl,
    ...(await newSigningRequest(answer.subject, deps.keyType)),
  };
  await deps.pending.save({ ...pending, signing });
  return signing;
}
