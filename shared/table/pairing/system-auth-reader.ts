import * as z from 'zod';
import { type EntityReader, entityReader } from '#shared/table/changes/entity-reader.ts';
import { certificateReader } from './certificate-reader.ts';

const image = z.object({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'integration_system']),
  ownerId: z.string(),
  client: z.object({ clientId: z.string() }),
});

const named = ({ id, ownerKind, ownerId, client }: z.infer<typeof image>) => ({
  authId: id,
  ownerKind,
  ownerId,
  clientId: client.clientId,
});

const clientCredentialsReader = entityReader(image, {
  created: (after) => [{ detailType: 'ClientCredentialsIssued', data: named(after) }],
  changed: () => [],
  deleted: (before) => [{ detailType: 'ClientCredentialsRevoked', data: named(before) }],
});

/** A System Auth is an OAuth client or a pairing for life. */
export const systemAuthReader: EntityReader = (before, after) =>
  (after ?? before)?.client === undefined ? certificateReader(before, after) : clientCredentialsReader(before, after);
