import * as z from 'zod';
import { derivedFrom } from '#shared/pairing/origin.ts';
import { type EntityReader, entityReader } from '#shared/table/changes/entity-reader.ts';
import { certificateReader } from './certificate-reader.ts';

const credential = z.object({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'integration_system']),
  ownerId: z.string(),
});
const withClient = credential.extend({ client: z.object({ clientId: z.string() }) });
const withOrigin = credential.extend({
  origin: z
    .object({
      kind: z.enum(['user', 'application', 'runtime', 'integration_system']),
      id: z.string(),
      authId: z.string().optional(),
      fingerprint: z.string().optional(),
    })
    .optional(),
});

const systemAuthData = ({ id, ownerKind, ownerId }: z.infer<typeof credential>) => ({ authId: id, ownerKind, ownerId });
const client = (auth: z.infer<typeof withClient>) => ({ ...systemAuthData(auth), clientId: auth.client.clientId });

const clientCredentialsReader = entityReader(withClient, {
  created: (after) => [{ detailType: 'ClientCredentialsIssued', data: client(after) }],
  changed: () => [],
  deleted: (before) => [{ detailType: 'ClientCredentialsRevoked', data: client(before) }],
});

/** Raises the event for a derived credential, because a thief with a copy of a key would request one, too. */
const derivedReader = entityReader(withOrigin, {
  created: (after) => {
    const maker = derivedFrom({ owner: { kind: after.ownerKind, id: after.ownerId }, origin: after.origin });
    if (maker === undefined) return [];
    const { fingerprint } = after.origin ?? {};
    return [
      { detailType: 'CredentialDerived', data: { ...systemAuthData(after), derivedFrom: maker, ...(fingerprint && { fingerprint }) } },
    ];
  },
  changed: () => [],
  deleted: () => [],
});

/** A System Auth stays an OAuth client or a pairing. */
export const systemAuthReader: EntityReader = (before, after) => [
  ...derivedReader(before, after),
  ...((after ?? before)?.client === undefined ? certificateReader(before, after) : clientCredentialsReader(before, after)),
];
