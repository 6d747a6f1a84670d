import { Entity } from 'dynamodb-toolbox/entity';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { RevocationRepository } from '#shared/certificates/revocation/revocation-repository.ts';
import { listedAfterEnd } from '#shared/certificates/revocation/revoked-certificate.ts';
import { epochSeconds, later } from '#shared/core/clock.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { getByKey, queryAllOf } from '#shared/table/read.dynamo.ts';
import { add, putWhere, updateWhere } from '#shared/table/write.dynamo.ts';

/** Partitions without a tenant, because a list has the serial numbers of all tenants, and no other data of them. */
const partitionOf = (authorityId: string): string => `AUTHORITY#${authorityId}`;
const revokedPrefix = 'REVOKED#';

export const revokedEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'RevokedCertificate',
      table,
      timestamps: false,
      schema: item({
        authorityId: string().key(),
        serialNumber: string().key(),
        tenant: string().optional(),
        revokedAt: string(),
        notAfter: string(),
        // The table's time to live.
        expiresAt: number(),
      }),
      computeKey: ({ authorityId, serialNumber }) => ({ pk: partitionOf(authorityId), sk: revokedPrefix + serialNumber }),
    }),
);

export const listEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'RevocationList',
      table,
      timestamps: false,
      schema: item({
        authorityId: string().key(),
        reserved: number(),
        number: number().optional(),
        thisUpdate: string().optional(),
        nextUpdate: string().optional(),
      }),
      computeKey: ({ authorityId }) => ({ pk: partitionOf(authorityId), sk: 'LIST' }),
    }),
);

export function dynamoRevocations(table: ControlPlaneTable): RevocationRepository {
  const revoked = revokedEntity(table);
  const lists = listEntity(table);
  return {
    record: async (certificate) => {
      const expiresAt = epochSeconds(later(new Date(certificate.notAfter), listedAfterEnd));
      await putWhere(revoked, { ...certificate, expiresAt }, { attr: 'revokedAt', exists: false });
    },

    listByAuthority: async (authorityId) => {
      const partition = partitionOf(authorityId);
      const items = await queryAllOf(revoked, table, { partition, range: { beginsWith: revokedPrefix } });
      return items.map(({ expiresAt: _, ...certificate }) => certificate);
    },

    reserveNumber: async (authorityId) => (await add(lists, { authorityId, reserved: $add(1) })).reserved,

    announce: (list) =>
      updateWhere(lists, list, {
        or: [
          { attr: 'number', exists: false },
          // The same number is this list, sent again because the answer was lost.
          { attr: 'number', lte: list.number },
        ],
      }),

    latest: async (authorityId) => {
      const found = await getByKey(lists, { authorityId });
      if (found?.number === undefined || found.thisUpdate === undefined || found.nextUpdate === undefined) return undefined;
      return { authorityId, number: found.number, thisUpdate: found.thisUpdate, nextUpdate: found.nextUpdate };
    },
  };
}
