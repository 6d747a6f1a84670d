import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import type { Actor } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ApiEvent, certificateOf, headerOf } from '#shared/lambda/api-event.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import type { Context } from './context.ts';
import type { DirectorDeps } from './deps.ts';
import { textReader } from './text-reader.ts';

/** Resolves who calls; throws Unauthorized, CertificateInvalid, TenantRequired or TenantNotFound. */
export async function contextOf(event: ApiEvent, deps: DirectorDeps): Promise<Context> {
  const pem = certificateOf(event);
  const actor = pem ? await systemActor(pem, event, deps) : await deps.authenticateUser(event);
  if (!actor) throw new AppError('Unauthorized', 'a bearer token or a client certificate is required');
  return { actor, deps, texts: textReader(deps), suggestToken: headerOf(event, 'suggest_token') === 'true' };
}

async function systemActor(pem: string, event: ApiEvent, deps: DirectorDeps): Promise<Actor> {
  const { actor, auth, identity } = await authenticateCertificate(pem, deps);
  requireOwnTenant(event, actor.tenant);
  await recordContact(auth, identity.fingerprint, deps);
  return actor;
}

/** The tenant is the credential's; a Tenant header is optional, but may not contradict it. */
export function requireOwnTenant(event: ApiEvent, tenant: TenantId): void {
  const header = headerOf(event, 'tenant');
  if (header && header !== tenant) {
    throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: header.slice(0, 128) } });
  }
}
