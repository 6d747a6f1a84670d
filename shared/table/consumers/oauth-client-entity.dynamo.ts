import { Entity } from 'dynamodb-toolbox/entity';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

/** A partition without a tenant: a token names its client only, and this item names the tenant. */
export const oauthClientEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'OAuthClient',
      table,
      timestamps: false,
      schema: item({
        clientId: string().key(),
        tenant: string(),
        ownerKind: string().enum('application', 'runtime', 'integration_system'),
        ownerId: string(),
        authId: string(),
      }),
      computeKey: ({ clientId }) => ({ pk: `CLIENT#${clientId}`, sk: 'CLIENT' }),
    }),
);

/** Stores the entry of the client of a System Auth, if it has one. */
export function oauthClientSteps(table: ControlPlaneTable) {
  const clients = oauthClientEntity(table);
  return ({ id, owner, client }: SystemAuth): Step[] =>
    client === undefined
      ? []
      : [
          {
            write: clients
              .build(PutTransaction)
              .item({ clientId: client.clientId, tenant: owner.tenant, ownerKind: owner.kind, ownerId: owner.id, authId: id })
              .options({ condition: { attr: 'authId', exists: false } }),
          },
        ];
}
