import type { AuthOwner } from '../pairing/system-auth.ts';

/** Key of an OAuth client's System Auth. */
export interface ClientAddress {
  readonly owner: AuthOwner;
  readonly authId: string;
}

/** Finds the System Auth of an OAuth client by its id, the only data in its tokens. Only the System Auth decides whether the client is accepted. */
export interface OAuthClientRepository {
  find(clientId: string): Promise<ClientAddress | undefined>;
  /** Deletes the entry; a repetition changes nothing. */
  forget(clientId: string): Promise<void>;
}
