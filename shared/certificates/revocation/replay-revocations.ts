import { AppError } from '../../core/errors.ts';
import type { AuthOwner, PresentedCertificate, SystemAuth } from '../../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../../pairing/system-auth-repository.ts';
import type { RevocationRepository } from './revocation-repository.ts';

/** The end of a credential, as it was recorded outside the table. */
export interface EndedCredential {
  readonly owner: AuthOwner;
  readonly authId: string;
  readonly endedAt: string;
  /** True if the whole System Auth was deleted, and not one of its certificates. */
  readonly isDeletion: boolean;
  /** Absent for an OAuth client. */
  readonly certificate?: PresentedCertificate;
}

interface ReplayDeps {
  readonly auths: Pick<SystemAuthRepository, 'find' | 'delete' | 'revoke'>;
  readonly revocations: Pick<RevocationRepository, 'record'>;
}

/** The number of credentials that counted before the replay and do not any more. */
export interface Replayed {
  readonly deleted: number;
  readonly revoked: number;
}

/**
 * Ends credentials again in a table that was restored to a time before they ended. It may be repeated, and with any that ended before that time. A
 * certificate that the table does not know is refused anyway; it is recorded for the revocation lists.
 */
export async function replayRevocations(ended: readonly EndedCredential[], now: Date, deps: ReplayDeps): Promise<Replayed> {
  let [deleted, revoked] = [0, 0];
  for (const one of ended) {
    await record(one, deps);
    const auth = await deps.auths.find(one.owner, one.authId);
    if (auth === undefined) continue;
    if (one.isDeletion) deleted += await counted(deps.auths.delete(auth));
    else if (one.certificate && stillCounts(auth, one.certificate)) revoked += await counted(deps.auths.revoke(auth, one.certificate, now));
  }
  return { deleted, revoked };
}

const stillCounts = ({ revoked, certificate, retired }: SystemAuth, { fingerprint }: PresentedCertificate): boolean =>
  !(fingerprint in revoked) && (certificate?.fingerprint === fingerprint || (fingerprint in retired && !retired[fingerprint]?.replaced));

async function record({ owner, certificate, endedAt }: EndedCredential, { revocations }: ReplayDeps): Promise<void> {
  if (!certificate) return;
  const { serialNumber, issuer, notAfter } = certificate;
  await revocations.record({ authorityId: issuer, tenant: owner.tenant, serialNumber, revokedAt: endedAt, notAfter });
}

/** Returns 1 for a write that was made, and 0 if the System Auth was deleted meanwhile, with one that it was derived from. */
async function counted(write: Promise<unknown>): Promise<number> {
  try {
    await write;
    return 1;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NotFound') return 0;
    throw error;
  }
}
