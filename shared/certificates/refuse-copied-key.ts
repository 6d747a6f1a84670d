import { AppError } from '../core/errors.ts';
import type { PresentedCertificate, SystemAuth } from '../pairing/system-auth.ts';
import { noteSuspicion, type SuspectingDeps } from './note-suspicion.ts';
import { type DoubtfulSuccession, type HonestSuccession, successionOf } from './succession.ts';

const why: Record<DoubtfulSuccession['suspicion'], string> = {
  OLDER_GENERATION: 'the client certificate was renewed more than once',
  SUCCESSOR_IN_USE: 'the client certificate was renewed, and the one that took its place is in use',
};

/**
 * The succession that is asked for with the certificate `presented`, or with a token of an administrator. Where two may hold the
 * certificate's key, records that, for which an event follows, and throws CertificateSuperseded.
 */
export async function honestSuccession(
  auth: SystemAuth,
  presented: PresentedCertificate | undefined,
  csrDigest: string,
  deps: SuspectingDeps,
): Promise<HonestSuccession> {
  const succession = successionOf(auth, presented?.fingerprint, csrDigest);
  if (!('suspicion' in succession)) return succession;
  if (presented) await noteSuspicion(auth, presented, succession.suspicion, deps);
  throw new AppError('CertificateSuperseded', `${why[succession.suspicion]}: pair again with a new one-time token`);
}
