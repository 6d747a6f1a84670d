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
export async function authenticateCertificate(pem: string, { auths, anchors, clock }: Deps): Promise<CertificateHolder> {
  const identity = certificateIdentity(pem, await anchors.certificates(), clock);
  const auth = await auths.find(identity.owner, identity.authId);
  if (!auth?.certificate) throw new AppError('CertificateInvalid', 'the client certificate belongs to nobody');
  if (identity.fingerprint in auth.revoked) throw new AppError('CertificateInvalid', 'the client certificate is revoked');
  const { owner } = identity;
  const scopes = new Set<string>(consumerScopes[owner.kind]);
  return { actor: { kind: owner.kind, id: owner.id, authId: auth.id, tenant: owner.tenant, scopes }, auth, identity };
}
