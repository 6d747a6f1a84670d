import { scopesOfCredential } from '../authorization/handed-out-scopes.ts';
import type { SystemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type CertificateIdentity, certificateIdentity } from './certificate-identity.ts';
import { noteSuspicion } from './note-suspicion.ts';
import { type Standing, standingOf } from './standing.ts';
import type { TrustAnchors } from './trust-anchors.ts';

export interface CertificateHolder {
  readonly actor: SystemActor;
  readonly auth: SystemAuth;
  readonly identity: CertificateIdentity;
}

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'find' | 'suspect'>;
  readonly anchors: TrustAnchors;
  readonly clock: Clock;
}

/**
 * Returns the holder of a client certificate by one consistent read, so that a revocation takes effect on the next request. Throws CertificateInvalid
 * if it is foreign, expired, revoked, not recorded, or its System Auth was deleted, and CertificateSuperseded if another was issued instead of it.
 */
export async function authenticateCertificate(pem: string, deps: Deps): Promise<CertificateHolder> {
  return holderOf(await provenIdentity(pem, deps), deps);
}

/** Reads the holder's ids from a certificate. `holderOf` checks whether the certificate is still accepted. */
export const provenIdentity = async (pem: string, { anchors, clock }: Pick<Deps, 'anchors' | 'clock'>): Promise<CertificateIdentity> =>
  certificateIdentity(pem, await anchors.certificates(), clock);

/**
 * Reads the System Auth of a certificate and checks that it records the certificate. The use of an unrecorded one is noted once, which raises an
 * event. Throws CertificateInvalid and CertificateSuperseded.
 */
export async function holderOf(identity: CertificateIdentity, deps: Pick<Deps, 'auths' | 'clock'>): Promise<CertificateHolder> {
  const auth = await deps.auths.find(identity.owner, identity.authId);
  if (!auth || auth.client) throw new AppError('CertificateInvalid', 'the System Auth of the client certificate was deleted');
  const standing = standingOf(auth, identity.fingerprint);
  if (standing !== 'good') throw await refusalOf(standing, auth, identity, deps);
  const { owner, fingerprint } = identity;
  const scopes = new Set<string>(scopesOfCredential(owner.kind, auth));
  return { actor: { kind: owner.kind, id: owner.id, authId: auth.id, fingerprint, tenant: owner.tenant, scopes }, auth, identity };
}

async function refusalOf(
  standing: Exclude<Standing, 'good'>,
  auth: SystemAuth,
  identity: CertificateIdentity,
  deps: Pick<Deps, 'auths' | 'clock'>,
) {
  if (standing === 'revoked') return new AppError('CertificateInvalid', 'the client certificate is revoked');
  if (standing === 'unknown') {
    await noteSuspicion(auth, identity, 'NOT_RECORDED', deps);
    return new AppError('CertificateInvalid', 'the client certificate is not recorded here');
  }
  await noteSuspicion(auth, identity, 'REPLACED', deps);
  return new AppError(
    'CertificateSuperseded',
    'another client certificate was issued instead of this one: pair again with a new one-time token',
  );
}
