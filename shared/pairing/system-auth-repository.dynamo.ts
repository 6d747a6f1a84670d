import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $get, $remove, $set, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { applicationEntity } from '../applications/application-entity.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '../aws/control-plane-table.ts';
import { findById } from '../aws/find-by-id.dynamo.ts';
import { concurrentUpdate, isConditionFailed, orConcurrentUpdate, type Step, transact } from '../aws/transact.ts';
import { AppError, notFound } from '../core/errors.ts';
import { integrationSystemEntity } from '../integration-systems/integration-system-entity.dynamo.ts';
import { runtimeEntity } from '../runtimes/runtime-entity.dynamo.ts';
import type { AuthOwner, Owner, SystemAuth } from './system-auth.ts';
import { fromItem, keyOf, systemAuthEntity, systemAuthPrefix, toItem } from './system-auth-entity.dynamo.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

const nameOf = (owner: AuthOwner): string => `${owner.kind}/${owner.id}`;

export function dynamoSystemAuths(table: ControlPlaneTable): SystemAuthRepository {
  const auths = systemAuthEntity(table);
  const heads = ownerHeads(table);
  const exists = { attr: 'createdAt', exists: true } as const;

  const find: SystemAuthRepository['find'] = async (owner, id) => {
    const { Item } = await auths.build(GetItemCommand).key(keyOf(owner, id)).options({ consistent: true }).send();
    return Item && fromItem(Item);
  };

  const listOf: SystemAuthRepository['listOf'] = async ({ tenant, kind, id }) => {
    const { Items = [] } = await table
      .build(QueryCommand)
      .entities(auths)
      .query({ partition: ownerPartition(tenant, kind, id), range: { beginsWith: systemAuthPrefix } })
      .options({ consistent: true, entityAttrFilter: false })
      .send();
    return Items.map(fromItem);
  };

  /** Bookkeeping that a deletion in the meantime makes pointless. */
  const note = async (owner: AuthOwner, id: string, change: { connected?: boolean; lastSeenAt?: string }): Promise<void> => {
    try {
      await auths
        .build(UpdateItemCommand)
        .item({ ...keyOf(owner, id), ...change })
        .options({ condition: exists })
        .send();
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
    }
  };

  return {
    find,

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, 'SystemAuth');
      return item && fromItem(auths.build(EntityFormatter).format(item));
    },

    listOf,

    insert: (auth) =>
      transact([
        { write: heads.check(auth.owner), refused: () => notFound(auth.owner.kind, auth.owner.id) },
        {
          write: auths
            .build(PutTransaction)
            .item(toItem(auth))
            .options({ condition: { attr: 'createdAt', exists: false } }),
        },
      ]),

    exchangeToken: async (owner, id, presented, next) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $set({ ...next }), changedBy: nameOf(owner) })
          .options({
            condition: { and: [...validToken(presented, next.issuedAt), { attr: 'token.usedAt', exists: false }] },
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send();
        return 'exchanged';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item && fromItem(auths.build(EntityFormatter).format(unmarshall(error.Item)));
      }
    },

    replaceToken: async (owner, id, next) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $set({ ...next }), changedBy: nameOf(owner) })
          .options({ condition: exists })
          .send();
      } catch (error) {
        throw isConditionFailed(error) ? notFound('systemAuth', id, error) : error;
      }
    },

    removeToken: async (owner, id) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $remove() })
          .options({ condition: exists })
          .send();
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    reserveToken: async (owner, id, { digest, csrDigest, now }) => {
      try {
        const { Attributes } = await auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: { csrDigest, usedAt: $get('token.usedAt', now) },
            changedBy: nameOf(owner),
          })
          .options({
            condition: {
              and: [
                ...validToken(digest, now),
                {
                  or: [
                    { attr: 'token.usedAt', exists: false },
                    { attr: 'token.csrDigest', eq: csrDigest },
                  ],
                },
              ],
            },
            returnValues: 'ALL_NEW',
          })
          .send();
        return Attributes && fromItem(Attributes);
      } catch (error) {
        if (isConditionFailed(error)) return undefined;
        throw error;
      }
    },

    commitExchange: async (owner, id, csrDigest, certificate) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: { certificateFingerprint: certificate.fingerprint },
            certificate: $set({ ...certificate }),
            expiresAt: $remove(),
            changedBy: nameOf(owner),
          })
          .options({
            condition: {
              and: [
                { attr: 'token.csrDigest', eq: csrDigest },
                { attr: 'token.certificateFingerprint', exists: false },
              ],
            },
          })
          .send();
        return certificate;
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        return recorded(await find(owner, id), csrDigest, error);
      }
    },

    commitRenewal: async (owner, id, certificate, presented) => {
      await orConcurrentUpdate(() =>
        auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), certificate: $set({ ...certificate }), changedBy: nameOf(owner) })
          .options({
            condition: {
              and: [
                { attr: 'certificate.generation', eq: certificate.generation - 1 },
                { attr: `revoked.${presented}`, exists: false },
              ],
            },
          })
          .send(),
      );
    },

    revoke: async (owner, id, fingerprint, notAfter) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: $remove(),
            revoked: { [fingerprint]: notAfter },
            changedBy: nameOf(owner),
          })
          .options({ condition: exists })
          .send();
      } catch (error) {
        throw isConditionFailed(error) ? notFound('systemAuth', id, error) : error;
      }
    },

    delete: async ({ owner, id }) => {
      try {
        await auths.build(DeleteItemCommand).key(keyOf(owner, id)).options({ condition: exists }).send();
      } catch (error) {
        throw isConditionFailed(error) ? notFound('systemAuth', id, error) : error;
      }
    },

    touch: ({ owner, id }, now) => note(owner, id, { lastSeenAt: now }),

    forgetContact: async (owner) => {
      const connected = (await listOf(owner)).filter((auth) => auth.connected);
      await Promise.all(connected.map(({ id }) => note(owner, id, { connected: false })));
    },

    connect: async ({ owner, id }, now) => {
      const seen: Step = {
        write: auths
          .build(UpdateTransaction)
          .item({ ...keyOf(owner, id), connected: true, lastSeenAt: now, version: $add(1) })
          .options({ condition: exists }),
        refused: () => new AppError('CertificateInvalid', 'the System Auth of this certificate was deleted'),
      };
      if (!hasStatus(owner)) return transact([seen]);
      try {
        await transact([seen, { write: heads.connect(owner, now), refused: () => new AlreadyConnected() }]);
      } catch (error) {
        if (!(error instanceof AlreadyConnected)) throw error;
        await transact([seen]);
      }
    },
  };
}

/** Says that the owner's status needs no change; never leaves this file. */
class AlreadyConnected extends Error {}

const validToken = (digest: string, now: string) =>
  [
    { attr: 'token.digest', eq: digest },
    { attr: 'token.expiresAt', gt: now },
  ] as const;

function recorded(auth: SystemAuth | undefined, csrDigest: string, cause: unknown) {
  const { token, certificate } = auth ?? {};
  if (token?.csrDigest !== csrDigest || !certificate || token.certificateFingerprint !== certificate.fingerprint)
    throw concurrentUpdate(cause);
  return certificate;
}

const hasStatus = (owner: AuthOwner): owner is Owner => owner.kind !== 'integration_system';

/** The writes on the Application, Runtime or integration system that a System Auth belongs to. */
function ownerHeads(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const runtimes = runtimeEntity(table);
  const systems = integrationSystemEntity(table);
  const connected = { condition: 'CONNECTED' } as const;
  const notYet = {
    and: [
      { attr: 'id', exists: true },
      { attr: 'status.condition', ne: 'CONNECTED' },
    ],
  } as const;
  return {
    check: ({ kind, tenant, id }: AuthOwner) => {
      const exists = { attr: 'id', exists: true } as const;
      if (kind === 'application') return applications.build(ConditionCheck).key({ tenant, id }).condition(exists);
      if (kind === 'runtime') return runtimes.build(ConditionCheck).key({ tenant, id }).condition(exists);
      // Its next version: who deletes it under the version before cannot have missed this credential.
      return systems
        .build(UpdateTransaction)
        .item({ tenant, id, version: $add(1) })
        .options({ condition: { attr: 'name', exists: true } });
    },
    connect: (owner: Owner, now: string) => {
      const change = {
        tenant: owner.tenant,
        id: owner.id,
        status: { ...connected, timestamp: now },
        version: $add(1),
        updatedAt: now,
        changedBy: nameOf(owner),
      };
      return owner.kind === 'application'
        ? applications
            .build(UpdateTransaction)
            .item(change)
            .options({ condition: { and: [...notYet.and] } })
        : runtimes
            .build(UpdateTransaction)
            .item(change)
            .options({ condition: { and: [...notYet.and] } });
    },
  };
}
