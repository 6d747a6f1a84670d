import { AppError } from '../core/errors.ts';
import type { PresentedCertificate, SystemAuth } from '../pairing/system-auth.ts';
import { noteSuspicion, type SuspectingDeps } from './note-suspicion.ts';
import { type AcceptedSuccession, type SuspectedCopy, successionOf } from './succession.ts';

const why: Record<SuspectedCopy['suspicion'], string> = {
  OLDER_GENERATION: 'the client certificate was renewed more than once',
  SUCCESSOR_IN_USE: 'the client certificate was renewed, and its successor is in use',
};

/**
 * Returns the succession for a renewal with the certificate `presented`, or with a token of an administrator. If the certificate's key may be copied,
 * records that, which raises an event, and throws CertificateSuperseded.
 */
export async function refuseCopiedKey(
  auth: SystemAuth,
  presented: PresentedCertificate | undefined,
  csrDigest: string,
  deps: SuspectingDeps,
): Promise<AcceptedSuccession> {
  const succession = successionOf(auth, presented?.fingerprint, csrDigest);
  if (!('suspicion' in succession)) return succession;
  if (presented) await noteSuspicion(auth, presented, succession.suspicion, deps);
  throw new AppError('CertificateSuperseded', `${why[succession.suspicion]}: pair again with a new one-time token`);
}
