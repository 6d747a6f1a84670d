import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $get, $remove, $set, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { AppError, concurrentUpdate, notFound } from '#shared/core/errors.ts';
import { forgotten } from '#shared/pairing/forgotten-certificates.ts';
import {
  type AuthOwner,
  isUnusedSuccessor,
  type KnownCertificate,
  type Owner,
  type StoredCertificate,
  type SystemAuth,
} from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { oauthClientSteps } from '#shared/table/consumers/oauth-client-entity.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { integrationSystemEntity } from '#shared/table/integration-systems/integration-system-entity.dynamo.ts';
import { livenessSteps } from '#shared/table/liveness/liveness-entity.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { isConditionFailed, type Step, transact } from '#shared/table/transact.ts';
import { forgottenAt, fromItem, keyOf, systemAuthEntity, systemAuthPrefix, toItem } from './system-auth-entity.dynamo.ts';

const objectNames = { application: 'application', runtime: 'runtime', integration_system: 'integrationSystem' } as const;

const nameOf = (owner: AuthOwner): string => `${owner.kind}/${owner.id}`;

export function dynamoSystemAuths(table: ControlPlaneTable): SystemAuthRepository {
  const auths = systemAuthEntity(table);
  const heads = ownerHeads(table);
  const liveness = livenessSteps(table);
  const clientOf = oauthClientSteps(table);
  const exists = { attr: 'createdAt', exists: true } as const;
  const changed = configurationChanged(table);

  /** Runtimes are told the ids of the credentials that an Application calls with. */
  const changedForRuntimes = ({ tenant, kind, id }: AuthOwner): Step[] => (kind === 'application' ? [changed(tenant, id)] : []);

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

  const firstSeen = (owner: AuthOwner, id: string, now: string): Step => ({
    write: auths
      .build(UpdateTransaction)
      .item({ ...keyOf(owner, id), connected: true, silent: $remove(), lastSeenAt: now, version: $add(1) })
      .options({ condition: exists }),
    refused: () => new AppError('CertificateInvalid', 'the System Auth of this credential was deleted'),
  });

  /** Bookkeeping that a deletion in the meantime makes pointless. */
  const note = async (owner: AuthOwner, id: string, change: Note, condition: typeof exists | LatestIs = exists): Promise<void> => {
    try {
      await auths
        .build(UpdateItemCommand)
        .item({ ...keyOf(owner, id), ...change })
        .options({ condition })
        .send();
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
    }
  };

  /** Sends a conditional write; when its condition does not hold, answers the System Auth as it stands, if the write asks for that. */
  const orAsItStands = async (write: () => Promise<unknown>): Promise<'committed' | SystemAuth | undefined> => {
    try {
      await write();
      return 'committed';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return error.Item && fromItem(auths.build(EntityFormatter).format(unmarshall(error.Item)));
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
        { write: heads.check(auth.owner), refused: () => notFound(objectNames[auth.owner.kind], auth.owner.id) },
        {
          write: auths
            .build(PutTransaction)
            .item(toItem(auth))
            .options({ condition: { attr: 'createdAt', exists: false } }),
        },
        ...clientOf(auth),
        ...(auth.client ? changedForRuntimes(auth.owner) : []),
      ]),

    exchangeToken: (owner, id, presented, next) =>
      orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $set({ ...next }), changedBy: nameOf(owner) })
          .options({
            condition: { and: [...validToken(presented, next.issuedAt), { attr: 'token.usedAt', exists: false }] },
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      ),

    replaceToken: async (auth, next, presented) => {
      const { owner, id } = auth;
      if (isUnusedSuccessor(auth, presented.fingerprint))
        await note(owner, id, { certificate: { usedAt: next.issuedAt } }, latestIs(presented.fingerprint));
      const outcome = await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: $set({ ...next }),
            tokenTerms: $set({ presented: { fingerprint: presented.fingerprint, ...knownOf(presented) } }),
            changedBy: nameOf(owner),
          })
          .options({ condition: { and: [exists, replaceable(next.issuedAt)] }, returnValuesOnConditionFalse: 'ALL_OLD' })
          .send(),
      );
      if (!outcome) throw notFound('systemAuth', id);
    },

    giveToken: async ({ owner, id, certificate }, next, terms, changedBy) => {
      const paired = certificate !== undefined;
      const outcome = await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: $set({ ...next }),
            tokenTerms: terms ? $set({ ...terms }) : $remove(),
            ...(paired ? {} : { expiresAt: forgottenAt(next) }),
            changedBy,
          })
          .options({
            condition: paired ? exists : { and: [exists, { attr: 'certificate', exists: false }] },
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      );
      if (outcome !== 'committed') throw outcome ? concurrentUpdate() : notFound('systemAuth', id);
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

    reserveToken: async (owner, id, { digest, csrDigest, keyThumbprint, now }) => {
      let reserved: SystemAuth | undefined;
      const outcome = await orAsItStands(async () => {
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
                either({ attr: 'token.usedAt', exists: false }, { attr: 'token.csrDigest', eq: csrDigest }),
                either({ attr: 'tokenTerms.keyThumbprint', exists: false }, { attr: 'tokenTerms.keyThumbprint', eq: keyThumbprint }),
              ],
            },
            returnValues: 'ALL_NEW',
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send();
        reserved = Attributes && fromItem(Attributes);
      });
      return reserved ? { reserved } : { refused: outcome === 'committed' ? undefined : outcome };
    },

    commitExchange: async (auth, certificate, now) => {
      const commit: Step = {
        write: auths
          .build(UpdateTransaction)
          .item({ ...latest(auth, certificate, now), token: { certificateFingerprint: certificate.fingerprint }, expiresAt: $remove() })
          .options({
            condition: {
              and: [
                ...unchanged(auth, certificate),
                { attr: 'token.csrDigest', eq: certificate.csrDigest },
                { attr: 'token.certificateFingerprint', exists: false },
              ],
            },
          }),
        refused: () => new NotAsRead(),
      };
      try {
        await transact([commit, ...changedForRuntimes(auth.owner)]);
        return 'committed';
      } catch (error) {
        if (!(error instanceof NotAsRead)) throw error;
        return find(auth.owner, auth.id);
      }
    },

    commitRenewal: (auth, presented, certificate, now) =>
      orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item(latest(auth, certificate, now))
          .options({
            condition: { and: [...unchanged(auth, certificate), { attr: `revoked.${presented}`, exists: false }] },
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      ),

    suspect: async (auth, presented, reason, now) => {
      const suspected = { ...removed(forgotten(auth.suspected, now)), [presented.fingerprint]: $set({ ...knownOf(presented), reason }) };
      await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(auth.owner, auth.id), version: $add(1), suspected, changedBy: nameOf(auth.owner) })
          .options({ condition: { and: [exists, { attr: `suspected.${presented.fingerprint}`, exists: false }] } })
          .send(),
      );
    },

    revoke: async (auth, presented, now) => {
      const revoked = { ...removed(forgotten(auth.revoked, now)), [presented.fingerprint]: $set(knownOf(presented)) };
      const outcome = await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(auth.owner, auth.id), version: $add(1), token: $remove(), revoked, changedBy: nameOf(auth.owner) })
          .options({ condition: exists })
          .send(),
      );
      if (outcome !== 'committed') throw notFound('systemAuth', auth.id);
    },

    delete: ({ owner, id }) =>
      transact([
        {
          write: auths.build(DeleteTransaction).key(keyOf(owner, id)).options({ condition: exists }),
          refused: () => notFound('systemAuth', id),
        },
        ...changedForRuntimes(owner),
      ]),

    touch: ({ owner, id }, now, fingerprint) =>
      fingerprint === undefined
        ? note(owner, id, { lastSeenAt: now })
        : note(owner, id, { lastSeenAt: now, certificate: { usedAt: now } }, latestIs(fingerprint)),

    forgetContact: async (owner) => {
      const connected = (await listOf(owner)).filter((auth) => auth.connected);
      await Promise.all(connected.map(({ id }) => note(owner, id, { connected: false })));
    },

    connect: async ({ owner, id }, now, silentAt) => {
      const seen = firstSeen(owner, id, now);
      const watched = owner.kind === 'runtime' ? [liveness.watch(owner, silentAt)] : [];
      if (!hasStatus(owner)) return transact([seen]);
      try {
        await transact([seen, { write: heads.connect(owner, now), refused: () => new AlreadyConnected() }, ...watched]);
      } catch (error) {
        if (!(error instanceof AlreadyConnected)) throw error;
        await transact([seen, ...watched]);
      }
    },

    reconnect: ({ owner, id }, now, silentAt) => transact([firstSeen(owner, id, now), liveness.watch(owner, silentAt)]),
  };
}

/** Says that the owner's status needs no change; never leaves this file. */
class AlreadyConnected extends Error {}

/** Says that a System Auth is not any more as it was read; never leaves this file. */
class NotAsRead extends Error {}

const validToken = (digest: string, now: string) =>
  [
    { attr: 'token.digest', eq: digest },
    { attr: 'token.expiresAt', gt: now },
  ] as const;

/** That there is no token of an administrator's which somebody may still come with. */
const replaceable = (now: string) => ({
  or: [
    { attr: 'token', exists: false } as const,
    { attr: 'token.usedAt', exists: true } as const,
    { attr: 'token.expiresAt', lte: now } as const,
    { attr: 'tokenTerms.presented', exists: true } as const,
  ],
});

const either = <A, B>(one: A, other: B) => ({ or: [one, other] });

const latestIs = (fingerprint: string) => ({ attr: 'certificate.fingerprint', eq: fingerprint }) as const;
type LatestIs = ReturnType<typeof latestIs>;

/** Bookkeeping of a call. */
interface Note {
  readonly connected?: boolean;
  readonly lastSeenAt?: string;
  readonly certificate?: { readonly usedAt: string };
}

/** That no other certificate was recorded since `auth` was read; and where `next` comes instead of one, that nobody has used that one. */
function unchanged({ certificate }: SystemAuth, next: StoredCertificate) {
  if (!certificate) return [{ attr: 'certificate', exists: false }] as const;
  const instead = next.follows !== certificate.fingerprint;
  return [latestIs(certificate.fingerprint), ...(instead ? [{ attr: 'certificate.usedAt', exists: false } as const] : [])];
}

/** The certificates before the latest one that are remembered: enough for any honest client, and far from the largest size of an item. */
const mostRetired = 50;

/** The change that makes `next` the latest certificate, retires the one before, and forgets what nobody accepts any more. */
function latest(auth: SystemAuth, next: StoredCertificate, now: Date) {
  const { certificate: before } = auth;
  const expired = forgotten(auth.retired, now);
  const surplus = Object.entries(auth.retired)
    .filter(([fingerprint]) => !expired.includes(fingerprint))
    .sort(([, one], [, other]) => other.generation - one.generation)
    .slice(mostRetired - 1)
    .map(([fingerprint]) => fingerprint);
  return {
    ...keyOf(auth.owner, auth.id),
    version: $add(1),
    certificate: $set({ ...next }),
    retired: {
      ...removed([...expired, ...surplus]),
      ...(before && { [before.fingerprint]: $set({ generation: before.generation, ...knownOf(before) }) }),
    },
    revoked: removed(forgotten(auth.revoked, now)),
    suspected: removed(forgotten(auth.suspected, now)),
    changedBy: nameOf(auth.owner),
  };
}

const knownOf = ({ serialNumber, issuer, notAfter }: KnownCertificate) => ({ serialNumber, issuer, notAfter });

const removed = (fingerprints: readonly string[]) => Object.fromEntries(fingerprints.map((fingerprint) => [fingerprint, $remove()]));

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
