import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import type { Actor } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { type ApiEvent, headerOf } from '#shared/lambda/api-event.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import type { Context } from './context.ts';
import type { DirectorDeps } from './deps.ts';
import { textReader } from './text-reader.ts';

/** Resolves who calls; throws Unauthorized, CertificateInvalid, TenantRequired or TenantNotFound. */
export async function contextOf(event: ApiEvent, deps: DirectorDeps): Promise<Context> {
  const pem = event.requestContext.authentication?.clientCert?.clientCertPem;
  const actor = pem ? await systemActor(pem, event, deps) : await deps.authenticateUser(event);
  if (!actor) throw new AppError('Unauthorized', 'a bearer token or a client certificate is required');
  return { actor, deps, texts: textReader(deps), suggestToken: headerOf(event, 'suggest_token') === 'true' };
}

/** The tenant is the credential's; a Tenant header is optional, but may not contradict it. */
async function systemActor(pem: string, event: ApiEvent, deps: DirectorDeps): Promise<Actor> {
  const { actor, auth, identity } = await authenticateCertificate(pem, deps);
  const header = headerOf(event, 'tenant');
  if (header && header !== actor.tenant) {
    throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: header.slice(0, 128) } });
  }
  await recordContact(auth, identity.fingerprint, deps);
  return actor;
}
