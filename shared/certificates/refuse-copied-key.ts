import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { CloneSuspicion, PresentedCertificate, SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type HonestSuccession, successionOf } from './succession.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'suspect'>;
  readonly clock: Clock;
}

const why: Record<CloneSuspicion, string> = {
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
  { auths, clock }: Deps,
): Promise<HonestSuccession> {
  const succession = successionOf(auth, presented?.fingerprint, csrDigest);
  if (!('suspicion' in succession)) return succession;
  if (presented && !(presented.fingerprint in auth.suspected)) await auths.suspect(auth, presented, succession.suspicion, clock());
  throw new AppError('CertificateSuperseded', `${why[succession.suspicion]}: pair again with a new one-time token`);
}
