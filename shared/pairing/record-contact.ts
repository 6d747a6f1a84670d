import { type Clock, minutes } from '../core/clock.ts';
import { isUnusedSuccessor, type SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** `lastSeenAt` moves in steps of this, so that polling does not cost a write each time. */
const bucket = minutes(1);

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'touch' | 'connect'>;
  readonly clock: Clock;
}

/**
 * Notes that a System Auth was used at the Director, by the certificate of `fingerprint` or an OAuth client: the first time sets its owner's status to CONNECTED,
 * and the first time of a renewed certificate ends the time in which the one before may be renewed.
 */
export async function recordContact(auth: SystemAuth, fingerprint: string | undefined, { auths, clock }: Deps): Promise<void> {
  const now = clock();
  if (!auth.connected) await auths.connect(auth, now.toISOString());
  if (fingerprint && isUnusedSuccessor(auth, fingerprint)) return auths.touch(auth, now.toISOString(), fingerprint);
  if (!auth.connected) return;
  const lastSeen = auth.lastSeenAt ? Date.parse(auth.lastSeenAt) : 0;
  if (now.getTime() - lastSeen >= bucket) await auths.touch(auth, now.toISOString());
}
