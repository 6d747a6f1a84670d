import type { Clock } from '../core/clock.ts';
import type { CloneSuspicion, PresentedCertificate, SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';

export interface SuspectingDeps {
  readonly auths: Pick<SystemAuthRepository, 'suspect'>;
  readonly clock: Clock;
}

/** Maximum number of suspicions in a System Auth, so that the item stays small. */
const maxSuspected = 50;

/** Notes, once per certificate, that its use or renewal was refused because its key may have been copied; an event follows. */
export async function noteSuspicion(
  auth: SystemAuth,
  presented: PresentedCertificate,
  reason: CloneSuspicion,
  { auths, clock }: SuspectingDeps,
): Promise<void> {
  if (presented.fingerprint in auth.suspected || Object.keys(auth.suspected).length >= maxSuspected) return;
  await auths.suspect(auth, presented, reason, clock());
}
