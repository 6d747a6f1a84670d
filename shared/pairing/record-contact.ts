import { type Clock, minutes } from '../core/clock.ts';
import type { SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** `lastSeenAt` moves in steps of this, so that polling does not cost a write each time. */
const bucket = minutes(1);

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'touch' | 'connect'>;
  readonly clock: Clock;
}

/** Notes that a System Auth was used at the Director: the first time sets its owner's status to CONNECTED. At most one write. */
export async function recordContact(auth: SystemAuth, { auths, clock }: Deps): Promise<void> {
  const now = clock();
  if (!auth.connected) return auths.connect(auth, now.toISOString());
  const lastSeen = auth.lastSeenAt ? Date.parse(auth.lastSeenAt) : 0;
  if (now.getTime() - lastSeen >= bucket) await auths.touch(auth, now.toISOString());
}
