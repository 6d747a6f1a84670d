import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { anyOf } from 'dynamodb-toolbox/schema/anyOf';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import { days, epochSeconds } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import {
  type AuthOwner,
  type StoredCertificate,
  type StoredToken,
  type SystemAuth,
  unknownToRelease010,
} from '#shared/pairing/system-auth.ts';
import { foundById, type StoredItem, tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { ItemKey } from '#shared/table/owned-items.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';
import { revokedOf } from './earlier-system-auths.ts';

export const systemAuthPrefix = 'AUTH#';

export const systemAuthEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'SystemAuth',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        ownerKind: string().enum('application', 'runtime', 'integration_system').key(),
        ownerId: string().key(),
        id: string().key(),
        version: number(),
        createdAt: string(),
        origin: map({
          kind: string().enum('user', 'application', 'runtime', 'integration_system'),
          id: string(),
          authId: string().optional(),
          fingerprint: string().optional(),
        }).optional(),
        token: map({
          digest: string(),
          issuedAt: string(),
          expiresAt: string(),
          usedAt: string().optional(),
          csrDigest: string().optional(),
          certificateFingerprint: string().optional(),
          derivation: map({ digest: string(), keyDigest: string(), salt: string() }).optional(),
        }).optional(),
        tokenTerms: map({
          keyThumbprint: string().optional(),
          presented: map({ fingerprint: string(), serialNumber: string(), issuer: string(), notAfter: string() }).optional(),
        }).optional(),
        certificate: map({
          generation: number(),
          fingerprint: string(),
          serialNumber: string(),
          issuer: string().optional(),
          notBefore: string(),
          notAfter: string(),
          pem: string(),
          csrDigest: string().optional(),
          follows: string().optional(),
          usedAt: string().optional(),
        }).optional(),
        client: map({ clientId: string() }).optional(),
        retired: record(
          string(),
          map({ generation: number(), serialNumber: string(), issuer: string(), notAfter: string(), replaced: boolean().optional() }),
        ).optional(),
        revoked: record(string(), anyOf(map({ serialNumber: string(), issuer: string(), notAfter: string() }), string())),
        suspected: record(
          string(),
          map({
            serialNumber: string(),
            issuer: string(),
            notAfter: string(),
            reason: string().enum('OLDER_GENERATION', 'SUCCESSOR_IN_USE', 'REPLACED', 'NOT_RECORDED'),
          }),
        ).optional(),
        scopes: list(string()).optional(),
        allTenants: boolean().enum(true).optional(),
        connected: boolean(),
        lastSeenAt: string().optional(),
        silent: boolean().optional(),
        changedBy: string(),
        // The table's time to live: deleted when the certificate ends.
        expiresAt: number().optional(),
        ...foundById,
        // In the index `listing` by the end of the latest certificate.
        listPk: string().optional(),
        listSk: string().optional(),
      }),
      computeKey: ({ tenant, ownerKind, ownerId, id }) => ({
        pk: ownerPartition(tenant, ownerKind, ownerId),
        sk: systemAuthPrefix + id,
      }),
    }),
);

export type SystemAuthEntity = ReturnType<typeof systemAuthEntity>;

export const keyOf = (owner: AuthOwner, id: string) => ({ tenant: owner.tenant, ownerKind: owner.kind, ownerId: owner.id, id });

/** The partition of the index `listing` with the tenant's credentials that have a certificate, by its end. */
export const certificatesPartition = (tenant: TenantId): string => tenantKey(tenant, 'CERTIFICATES');

/** The keys of a System Auth in the index `listing`, by the end of its latest certificate. */
export const listedByEnd = ({ tenant }: AuthOwner, id: string, { notAfter }: Pick<StoredCertificate, 'notAfter'>) => ({
  listPk: certificatesPartition(tenant),
  listSk: `${notAfter}#${id}`,
});

/** A pairing that was not completed is deleted a day after the last token that it can lead to has expired. */
export function forgottenAt(token: StoredToken): number {
  const expiry = Date.parse(token.expiresAt);
  return epochSeconds(new Date(2 * expiry - Date.parse(token.issuedAt) + days(1)));
}

export function toItem({ owner, scopes, ...auth }: SystemAuth) {
  return {
    ...keyOf(owner, auth.id),
    ...auth,
    ...(scopes && { scopes: [...scopes] }),
    retired: { ...auth.retired },
    revoked: { ...auth.revoked },
    suspected: { ...auth.suspected },
    idPk: tenantKey(owner.tenant, 'ID', auth.id),
    idSk: 'SystemAuth',
    ...(auth.certificate && listedByEnd(owner, auth.id, auth.certificate)),
    ...(auth.certificate || !auth.token ? {} : { expiresAt: forgottenAt(auth.token) }),
  };
}

export const fromItem = ({
  tenant,
  ownerKind,
  ownerId,
  idPk,
  idSk,
  listPk,
  listSk,
  expiresAt,
  certificate,
  retired = {},
  revoked,
  suspected = {},
  ...auth
}: StoredItem<typeof systemAuthEntity>): SystemAuth => ({
  ...auth,
  ...(certificate && { certificate: { issuer: unknownToRelease010, csrDigest: '', ...certificate } }),
  retired,
  revoked: revokedOf(revoked),
  suspected,
  owner: { tenant, kind: ownerKind, id: ownerId },
});

export function systemAuthSteps(table: ControlPlaneTable) {
  const auths = systemAuthEntity(table);
  const deleteMany = (owner: AuthOwner, ids: readonly string[]): Step[] =>
    ids.map((id) => ({ write: auths.build(DeleteTransaction).key(keyOf(owner, id)) }));
  return {
    deleteMany,

    /** Deletes the System Auths among an owner's items, so that its certificates stop working in the same moment. */
    deleteAll: (owner: AuthOwner, keys: readonly ItemKey[]): Step[] =>
      deleteMany(
        owner,
        keys.filter(({ sk }) => sk.startsWith(systemAuthPrefix)).map(({ sk }) => sk.slice(systemAuthPrefix.length)),
      ),
  };
}
