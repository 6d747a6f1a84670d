import type { AuthOwner } from '../pairing/system-auth.ts';

/** Key of an OAuth client's System Auth. */
export interface ClientAddress {
  readonly owner: AuthOwner;
  readonly authId: string;
}

/**
 * Leads from an OAuth client's id, all that its tokens say, to its System Auth. An address says nothing about whether the client still
 * counts: that is what the System Auth is read for.
 */
export interface OAuthClientRepository {
  find(clientId: string): Promise<ClientAddress | undefined>;
  /** Forgets the address; a repeat changes nothing. */
  forget(clientId: string): Promise<void>;
}
