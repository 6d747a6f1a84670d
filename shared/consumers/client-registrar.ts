import type { Scope } from '../authorization/scopes.ts';
import type { AuthOwner } from '../pairing/system-auth.ts';

/** An OAuth client as it is to be: for which System Auth of whom, and what its tokens may say. */
export interface ClientOrder {
  readonly owner: AuthOwner;
  readonly authId: string;
  readonly scopes: readonly Scope[];
}

/** An OAuth client as its holder gets it, once: the secret is kept by the identity provider alone. */
interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The identity provider, as far as it makes OAuth clients of the client credentials grant. */
export interface ClientRegistrar {
  /** Throws ClientsExhausted when the identity provider takes no more. */
  create(order: ClientOrder): Promise<RegisteredClient>;
  /** Tokens are given out no more; one that does not exist is deleted already. */
  delete(clientId: string): Promise<void>;
}
