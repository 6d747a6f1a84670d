import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import type { CredentialHolder } from '#shared/consumers/authenticate-client.ts';
import type { Actor } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { type ApiEvent, certificateOf, headerOf } from '#shared/lambda/api-event.ts';
import { actorInTenant } from '#shared/lambda/own-tenant.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import type { Context } from './context.ts';
import type { DirectorDeps } from './deps.ts';
import { loadersOf } from './loaders.ts';

/** Authenticates the caller. Throws Unauthorized, CertificateInvalid, TenantRequired, TenantNotFound, TooManyRequests or IdentityProviderUnavailable. */
export async function contextOf(event: ApiEvent, deps: DirectorDeps): Promise<Context> {
  const actor = await actorOf(event, deps);
  if (!actor) throw new AppError('Unauthorized', 'a bearer token or a client certificate is required');
  return { actor, deps, loaders: loadersOf(actor.tenant, deps), suggestToken: headerOf(event, 'suggest_token') === 'true' };
}

/** The System Auths, read together with what decides whether a call is recorded as a contact. */
export const callersOf = ({ auths }: Pick<DirectorDeps, 'auths'>) => ({ find: auths.findInUse, suspect: auths.suspect });

/** A certificate of the handshake, a user whom the gateway's authorizer accepted, or a client whose token is not verified yet. */
async function actorOf(event: ApiEvent, deps: DirectorDeps): Promise<Actor | undefined> {
  const pem = certificateOf(event);
  if (!pem && event.requestContext.authorizer?.jwt) return admittedUser(event, deps);
  const holder: CredentialHolder | undefined = pem
    ? await authenticateCertificate(pem, { ...deps, auths: callersOf(deps) })
    : await deps.authenticateClient(event);
  if (!holder) return undefined;
  const actor = await actorInTenant(holder, event, deps.tenants);
  await deps.admit(actor.tenant);
  await recordContact(holder.auth, holder.identity?.fingerprint, deps);
  return actor;
}

async function admittedUser(event: ApiEvent, { authenticateUser, admit }: DirectorDeps): Promise<Actor | undefined> {
  const user = await authenticateUser(event);
  if (user) await admit(user.tenant);
  return user;
}
