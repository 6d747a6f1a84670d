import { consumerScopes } from '../authorization/scopes.ts';
import type { SystemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type CertificateIdentity, certificateIdentity } from './certificate-identity.ts';
import type { TrustAnchors } from './trust-anchors.ts';

export interface CertificateHolder {
  readonly actor: SystemActor;
  readonly auth: SystemAuth;
  readonly identity: CertificateIdentity;
}

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'find'>;
  readonly anchors: TrustAnchors;
  readonly clock: Clock;
}

/**
 * The holder of a client certificate: one consistent read, so that a revocation counts on the next request.
 * Throws CertificateInvalid when it is foreign, expired, revoked, or belongs to nobody any more.
 */
export async function authenticateCertificate(pem: string, deps: Deps): Promise<CertificateHolder> {
  return holderOf(await provenIdentity(pem, deps), deps);
}

/** What a certificate says of its holder; whether it still counts is for `holderOf` to look up. */
export const provenIdentity = async (pem: string, { anchors, clock }: Pick<Deps, 'anchors' | 'clock'>): Promise<CertificateIdentity> =>
  certificateIdentity(pem, await anchors.certificates(), clock);

/** Looks up whose certificate it is and whether it still counts. Throws CertificateInvalid. */
export async function holderOf(identity: CertificateIdentity, { auths }: Pick<Deps, 'auths'>): Promise<CertificateHolder> {
  const auth = await auths.find(identity.owner, identity.authId);
  if (!auth?.certificate) throw new AppError('CertificateInvalid', 'the client certificate belongs to nobody');
  if (identity.fingerprint in auth.revoked) throw new AppError('CertificateInvalid', 'the client certificate is revoked');
  const { owner } = identity;
  const scopes = new Set<string>(consumerScopes[owner.kind]);
  return { actor: { kind: owner.kind, id: owner.id, authId: auth.id, tenant: owner.tenant, scopes }, auth, identity };
}
