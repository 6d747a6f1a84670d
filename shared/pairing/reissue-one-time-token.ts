import { describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import { type IssuedToken, issueOneTimeToken, storedToken, type TokenLifetimes } from './issue-one-time-token.ts';
import { formatToken, newSecret } from './one-time-token.ts';
import { derivedFrom, type Origin } from './origin.ts';
import type { Owner, SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'find' | 'giveToken'>;
  readonly clock: Clock;
  readonly lifetimes: TokenLifetimes;
}

/**
 * Issues a further token for an existing System Auth, for a holder whose certificate or token expired. It replaces the earlier token; certificates
 * stay. If `keyThumbprint` is given, only that key may use it. Throws NotFound, also for a System Auth of another owner, and InvalidOperation for an
 * OAuth client.
 */
export async function reissueOneTimeToken(
  owner: Owner,
  authId: string,
  changedBy: string,
  deps: Deps,
  keyThumbprint?: string,
): Promise<IssuedToken> {
  const auth = await deps.auths.find(owner, authId);
  if (!auth) throw notFound('systemAuth', authId);
  if (auth.client) throw invalidOperation('the System Auth is an OAuth client and cannot use a one-time token');
  const secret = newSecret();
  const token = storedToken(secret, deps.clock(), deps.lifetimes[owner.kind]);
  await deps.auths.giveToken(auth, token, keyThumbprint === undefined ? undefined : { keyThumbprint }, changedBy);
  return { token: formatToken({ owner, authId, secret }), authId, createdAt: token.issuedAt, expiresAt: token.expiresAt };
}

interface ReturnDeps extends Deps {
  readonly auths: Pick<SystemAuthRepository, 'find' | 'giveToken' | 'insert' | 'listByOwner'>;
}

/**
 * Issues a token for the reconnection of an owner: for the System Auth that was used last, or for a new one if none ever had a certificate. Derived
 * System Auths are left out, because a thief with a copy of a key may have requested them.
 */
export async function issueTokenForReturn(owner: Owner, origin: Origin, deps: ReturnDeps): Promise<IssuedToken> {
  const latest = (await deps.auths.listByOwner(owner))
    .filter((auth) => auth.certificate !== undefined && derivedFrom(auth) === undefined)
    .sort(byLastUse)
    .at(-1);
  return latest ? reissueOneTimeToken(owner, latest.id, describeActor(origin), deps) : issueOneTimeToken(owner, origin, deps);
}

const byLastUse = (a: SystemAuth, b: SystemAuth): number =>
  (a.lastSeenAt ?? '').localeCompare(b.lastSeenAt ?? '') || a.id.localeCompare(b.id);
