import { type Clock, later } from '../core/clock.ts';
import { contactStep, silentAfter } from './contact-times.ts';
import { isUnusedSuccessor, type SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'touch' | 'connect' | 'reconnect'>;
  readonly clock: Clock;
  /** Pause between polls that callers are given, in seconds. */
  readonly pollAfterSeconds: number;
}

/**
 * Records the use of a System Auth at the Director, by the certificate of `fingerprint` or an OAuth client. The first use sets its owner's status to
 * CONNECTED; the first use after a silence marks its Runtime as connected; the first use of a renewed certificate ends the time in which the earlier
 * one may be renewed.
 */
export async function recordContact(
  auth: SystemAuth,
  fingerprint: string | undefined,
  { auths, clock, pollAfterSeconds }: Deps,
): Promise<void> {
  const now = clock();
  const silentAt = later(now, silentAfter(pollAfterSeconds));
  if (!auth.connected) await auths.connect(auth, now.toISOString(), silentAt);
  else if (auth.silent) await auths.reconnect(auth, now.toISOString(), silentAt);
  if (fingerprint && isUnusedSuccessor(auth, fingerprint)) return auths.touch(auth, now.toISOString(), fingerprint);
  if (!auth.connected || auth.silent) return;
  const lastSeen = auth.lastSeenAt ? Date.parse(auth.lastSeenAt) : 0;
  if (now.getTime() - lastSeen >= contactStep(pollAfterSeconds)) await auths.touch(auth, now.toISOString());
}
