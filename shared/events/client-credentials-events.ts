import * as z from 'zod';

const client = z.object({
  authId: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'integration_system']),
  ownerId: z.string(),
  clientId: z.string(),
});

export const clientCredentialsEvents = { ClientCredentialsIssued: client, ClientCredentialsRevoked: client } as const;
