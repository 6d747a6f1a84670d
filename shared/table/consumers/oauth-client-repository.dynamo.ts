import { LRUCache } from 'lru-cache';
import type { ClientAddress, OAuthClientRepository } from '#shared/consumers/oauth-client-repository.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { deleteIfThere } from '#shared/table/write.dynamo.ts';
import { oauthClientEntity } from './oauth-client-entity.dynamo.ts';

/** Maximum length of a client id. Longer ones are refused without a read. */
const clientIds = /^[\w+-]{1,128}$/;

/** Entries never change, so a process reads each once. */
export function dynamoOAuthClients(table: ControlPlaneTable): OAuthClientRepository {
  const clients = oauthClientEntity(table);
  const known = new LRUCache<string, ClientAddress>({ max: 1000 });
  return {
    find: async (clientId) => {
      if (!clientIds.test(clientId)) return undefined;
      const cached = known.get(clientId);
      if (cached) return cached;
      const found = await getByKey(clients, { clientId });
      if (!found) return undefined;
      const address = { owner: { tenant: tenantId(found.tenant), kind: found.ownerKind, id: found.ownerId }, authId: found.authId };
      known.set(clientId, address);
      return address;
    },

    forget: async (clientId) => {
      await deleteIfThere(clients, { clientId });
    },
  };
}
