import * as z from 'zod';
import type { ClientRegistrar } from './client-registrar.ts';
import type { OAuthClientRepository } from './oauth-client-repository.ts';

/** The part that is read of the event for a deleted OAuth client. */
export const clientCredentialsRevoked = z.object({ detail: z.object({ data: z.object({ clientId: z.string() }) }) });

interface Deps {
  readonly registrar: Pick<ClientRegistrar, 'delete'>;
  readonly clients: Pick<OAuthClientRepository, 'forget'>;
}

/** Deletes the client of a deleted System Auth. Its entry is deleted last, so that a repetition finds everything. */
export async function removeClient(clientId: string, { registrar, clients }: Deps): Promise<void> {
  await registrar.delete(clientId);
  await clients.forget(clientId);
}
