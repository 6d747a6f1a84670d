import { AgentError } from '../agent-error.ts';
import type { AgentConfiguration } from '../config.ts';
import { holderIn, type Identity } from '../state/certificate.ts';
import { type Connection, isSameRuntime, type Session, tokenDigest } from '../state/connection.ts';
import type { StoredJson } from '../state/stored-json.ts';
import type { PairingDeps } from './pairing.ts';
import type { RenewalDeps } from './renewal.ts';

/**
 * The Session of an earlier pairing, or undefined when the one-time token is to be used. The control plane decides whether its certificate is still
 * valid, because the own clock may be wrong. Throws if neither exists, and if the state is of another Runtime.
 */
export async function storedSession(
  configuration: AgentConfiguration,
  deps: Pick<PairingDeps, 'keys' | 'connections' | 'pending'> & Pick<RenewalDeps, 'renewals'>,
): Promise<Session | undefined> {
  const connection = await deps.connections.load();
  if (connection === undefined) return undefined;
  const identity = await deps.keys.load();
  if (!isSameRuntime(connection, configuration)) {
    if (identity === undefined) return undefined;
    const holder = holderIn(identity);
    if (holder === undefined || !isSameRuntime(holder, configuration)) throw ofAnother(connection, configuration);
    // The configuration named another Runtime than the token when it was used, and was corrected.
    return { connection: { ...connection, ...holder }, identity };
  }
  const pending = await deps.pending.load();
  // Cut off in the middle of a pairing: the identity that is there, if any, is the one before.
  if (pending?.tokenDigest === connection.tokenDigest && !isFinished(pending.signing, identity)) return undefined;
  if (identity !== undefined) {
    await tidyUp(pending?.signing, identity, deps.pending);
    await tidyUp(await deps.renewals.load(), identity, deps.renewals);
    return { connection, identity };
  }
  if (configuration.token === undefined || tokenDigest(configuration.token) !== connection.tokenDigest) return undefined;
  throw new AgentError('unauthenticated', 'there is no certificate, and TOKEN was used before; set it to a new one-time token');
}

/** Throws if the certificate names another Runtime than the configuration. */
export function checkHolder(identity: Identity, configuration: AgentConfiguration): void {
  const holder = holderIn(identity);
  if (holder === undefined || isSameRuntime(holder, configuration)) return;
  throw new AgentError(
    'misconfigured',
    `the certificate is of Runtime ${holder.runtimeId} of tenant ${holder.tenant}: set RUNTIME_ID and TENANT to these, or empty the state folder and set TOKEN to one of the Runtime that you mean`,
  );
}

/** Its key and certificate are the only means to connect without an administrator. */
function ofAnother(connection: Connection, { runtimeId, tenant }: AgentConfiguration): AgentError {
  const message = `the state folder belongs to Runtime ${connection.runtimeId} of tenant ${connection.tenant}, and the configuration names Runtime ${runtimeId} of tenant ${tenant}: give this one a folder of its own with --state-dir, or empty the folder if the other Runtime is not to be used any more`;
  return new AgentError('occupied', message);
}

interface Begun {
  readonly privateKey: string;
}

/** Returns true if the key of a begun pairing or renewal has its certificate. */
const isFinished = (begun: Begun | undefined, identity: Identity | undefined): boolean =>
  begun !== undefined && begun.privateKey === identity?.privateKey;

/** After a crash behind the last step that matters. */
async function tidyUp(begun: Begun | undefined, identity: Identity, stored: Pick<StoredJson<unknown>, 'clear'>): Promise<void> {
  if (isFinished(begun, identity)) await stored.clear();
}
