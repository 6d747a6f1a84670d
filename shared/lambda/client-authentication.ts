import { authenticateClient, type CredentialHolder } from '../consumers/authenticate-client.ts';
import type { OAuthClientRepository } from '../consumers/oauth-client-repository.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { ApiEvent } from './api-event.ts';
import { bearerVerification } from './bearer-token.ts';
import { scopesOf } from './token-scopes.ts';

interface Issuer {
  readonly issuer: string;
  /** The resource server whose scopes are ours. */
  readonly resourceServer: string;
}

interface Deps {
  readonly clients: Pick<OAuthClientRepository, 'find'>;
  readonly auths: Pick<SystemAuthRepository, 'find'>;
  readonly clock: Clock;
}

/**
 * Returns the holder of the OAuth client whose access token a request carries, on routes without an authorizer: that of the gateway knows a fixed
 * list of clients only. Undefined without a token. Throws Unauthorized, IdentityProviderUnavailable.
 */
export function clientAuthentication({ issuer, resourceServer }: Issuer, deps: Deps) {
  const verified = bearerVerification(issuer, deps.clock);
  return async (event: ApiEvent): Promise<CredentialHolder | undefined> => {
    const claims = await verified(event);
    if (!claims) return undefined;
    const { token_use: use, client_id: clientId } = claims;
    if (use !== 'access' || typeof clientId !== 'string') {
      throw new AppError('Unauthorized', 'the bearer token is not an access token of a client');
    }
    return authenticateClient(clientId, scopesOf(claims, resourceServer), deps);
  };
}
