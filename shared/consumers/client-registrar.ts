import type { Scope } from '../authorization/scopes.ts';
import type { AuthOwner } from '../pairing/system-auth.ts';

/** An OAuth client to create: its System Auth, owner and scopes. */
export interface ClientOrder {
  readonly owner: AuthOwner;
  readonly authId: string;
  readonly scopes: readonly Scope[];
}

/** A new OAuth client with its secret, which only the identity provider keeps. */
interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The part of the identity provider that creates OAuth clients for the client credentials grant. */
export interface ClientRegistrar {
  /** Creates a client. Throws ClientsExhausted at the identity provider's limit. */
  create(order: ClientOrder): Promise<RegisteredClient>;
  /** Deletes a client, which gets no further tokens. Succeeds if it does not exist. */
  delete(clientId: string): Promise<void>;
}
