import { randomUUID } from 'node:crypto';
import { AgentError, isUnauthenticated, messageOf } from '../agent-error.ts';
import type { AgentConfiguration } from '../config.ts';
import { fetchConfiguration, signCertificate } from '../control-plane/connector-client.ts';
import type { ControlPlaneClient } from '../control-plane/control-plane-client.ts';
import { checkedUrl } from '../control-plane/secure-url.ts';
import type { ServerClock } from '../control-plane/server-clock.ts';
import type { Log } from '../log.ts';
import { identityFrom, validityOf } from '../state/certificate.ts';
import { type Connection, isSameRuntime, type Session, tokenDigest } from '../state/connection.ts';
import type { KeyStore } from '../state/key-store.ts';
import type { StoredJson } from '../state/stored-json.ts';
import { newSigningRequest } from './csr.ts';
import type { KeyType } from './key-pair.ts';
import type { PendingPairing } from './pending-pairing.ts';

export interface PairingDeps {
  readonly keys: KeyStore;
  readonly connections: StoredJson<Connection>;
  readonly pending: StoredJson<PendingPairing>;
  readonly keyType: KeyType;
  readonly clock: ServerClock;
  readonly log: Log;
}

type Signing = NonNullable<PendingPairing['signing']>;

/** Exchanges the one-time token for a certificate. An earlier attempt with the same token is continued. */
export async function pair(configuration: AgentConfiguration, client: ControlPlaneClient, deps: PairingDeps): Promise<Session> {
  const { token } = configuration;
  if (token === undefined) throw new AgentError('misconfigured', 'missing configuration: TOKEN (a one-time token is needed to pair)');
  const pending = await beginOrResume(configuration, token, deps);
  const signing = pending.signing ?? (await withHint(exchangeToken(configuration, token, pending, client, deps)));
  const headers = { 'Connector-Token': signing.token };
  const chain = await withHint(signCertificate(client, configuration.connectorUrl, signing.csr, headers));
  const session: Session = {
    connection: {
      runtimeId: configuration.runtimeId,
      tenant: configuration.tenant,
      tokenDigest: pending.tokenDigest,
      tokenUrl: configuration.connectorUrl,
      directorUrl: signing.directorUrl,
      connectorUrl: signing.connectorUrl,
    },
    identity: identityFrom(chain, { ...signing, now: deps.clock.now() }),
  };
  // The identity is written last: until then a restart continues the pending pairing.
  await deps.connections.save(session.connection);
  await deps.keys.save(session.identity);
  await deps.pending.clear();
  deps.log('info', 'paired', { runtime: configuration.runtimeId, validUntil: validityOf(session.identity).notAfter });
  return session;
}

/** Adds to the refusal of a used or expired token that the administrator has to issue another one. */
async function withHint<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    if (!isUnauthenticated(cause)) throw cause;
    throw new AgentError('unauthenticated', `the one-time token is not accepted, give a fresh one (${messageOf(cause)})`, { cause });
  }
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
  { connectorUrl, allowHttp }: AgentConfiguration,
  token: string,
  pending: PendingPairing,
  client: ControlPlaneClient,
  deps: PairingDeps,
): Promise<Signing> {
  const answer = await fetchConfiguration(client, connectorUrl, {
    'Connector-Token': token,
    'Idempotency-Key': pending.idempotencyKey,
  });
  // Checked before the token is spent.
  for (const address of [answer.directorUrl, answer.connectorUrl]) checkedUrl(address, allowHttp);
  const signing = {
    token: answer.token,
    subject: answer.subject,
    directorUrl: answer.directorUrl,
    connectorUrl: answer.connectorUrl,
    ...(await newSigningRequest(answer.subject, deps.keyType)),
  };
  await deps.pending.save({ ...pending, signing });
  return signing;
}
