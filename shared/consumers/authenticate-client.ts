import { scopesOfCredential } from '../authorization/handed-out-scopes.ts';
import type { Actor, UserActor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { SystemAuth } from '../pairing/system-auth.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { OAuthClientRepository } from './oauth-client-repository.ts';

/** The holder of a credential of this system, and the credential. */
export interface CredentialHolder {
  readonly actor: Exclude<Actor, UserActor>;
  readonly auth: SystemAuth;
  /** The identity in the certificate, for holders of one. */
  readonly identity?: { readonly fingerprint: string };
}

interface Deps {
  readonly clients: Pick<OAuthClientRepository, 'find'>;
  readonly auths: Pick<SystemAuthRepository, 'find'>;
}

/**
 * Returns the holder of an OAuth client whose access token was verified, by one consistent read, so that a revocation takes effect on the next
 * request. It has the scopes that both the credential and the token have. Throws Unauthorized if the client's System Auth was deleted.
 */
export async function authenticateClient(
  clientId: string,
  granted: readonly string[],
  { clients, auths }: Deps,
): Promise<CredentialHolder> {
  const address = await clients.find(clientId);
  const auth = address && (await auths.find(address.owner, address.authId));
  if (auth?.client?.clientId !== clientId) throw new AppError('Unauthorized', 'the System Auth of the access token was deleted');
  const { kind, id, tenant } = auth.owner;
  const scopes = new Set<string>(scopesOfCredential(kind, auth).filter((scope) => granted.includes(scope)));
  return { actor: { kind, id, tenant, authId: auth.id, scopes }, auth };
}
