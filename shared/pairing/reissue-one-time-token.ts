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
 * A further token for a System Auth that is there, so that its holder comes back as who it was when its certificate expired or its token died.
 * Takes the place of the token before; certificates stay as they are. Good for the key of `keyThumbprint` only where that is given. Throws NotFound, also for a System Auth of another owner, and InvalidOperation for an OAuth client.
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
 * Issues a token to an owner that is to come back: for the System Auth that was used last, or for a new one if none ever had a certificate. Leaves
 * derived System Auths out, because a thief with a copy of a key may have asked for them.
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
