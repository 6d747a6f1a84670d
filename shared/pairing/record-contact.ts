import { type Clock, later } from '../core/clock.ts';
import { contactStep, credentialStep, silentAfter } from './contact-times.ts';
import { isUnusedSuccessor, type SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'touch' | 'noteContact' | 'connect' | 'reconnect'>;
  readonly clock: Clock;
  /** Pause between polls that callers are given, in seconds. */
  readonly pollAfterSeconds: number;
}

/**
 * Records the use of a System Auth at the Director, by the certificate of `fingerprint` or an OAuth client. The first use sets its owner's status to
 * CONNECTED; the first use after a silence marks its Runtime as connected; the first use of a renewed certificate ends the time in which the earlier
 * one may be renewed. Returns false if the use was too soon after the one before to be recorded.
 */
export async function recordContact(
  auth: SystemAuth,
  fingerprint: string | undefined,
  { auths, clock, pollAfterSeconds }: Deps,
): Promise<boolean> {
  const now = clock();
  const silentAt = later(now, silentAfter(pollAfterSeconds));
  if (!auth.connected) await auths.connect(auth, now.toISOString(), silentAt);
  else if (auth.silent) await auths.reconnect(auth, now.toISOString(), silentAt);
  const isSuccessor = fingerprint !== undefined && isUnusedSuccessor(auth, fingerprint);
  if (isSuccessor) await auths.touch(auth, now.toISOString(), fingerprint);
  if (isSuccessor || !auth.connected || auth.silent) return true;
  const age = (...noted: (string | undefined)[]) => now.getTime() - Math.max(0, ...noted.map((at = '') => Date.parse(at) || 0));
  if (age(auth.lastSeenAt) >= credentialStep) await auths.touch(auth, now.toISOString());
  else if (auth.owner.kind === 'runtime' && age(auth.lastSeenAt, auth.ownerSeenAt) >= contactStep(pollAfterSeconds))
    await auths.noteContact(auth.owner, now);
  else return false;
  return true;
}
