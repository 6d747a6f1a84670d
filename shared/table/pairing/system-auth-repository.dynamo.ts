import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { notFound } from '#shared/core/errors.ts';
import type { AuthOwner } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { oauthClientSteps } from '#shared/table/consumers/oauth-client-entity.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { keysOf } from '#shared/table/owned-items.dynamo.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import { type Filter, formatOf, getByKey, queryAllOf } from '#shared/table/read.dynamo.ts';
import { allOf, oneOf, timelinePage } from '#shared/table/timeline-page.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';
import { certificateWrites } from './certificate-writes.dynamo.ts';
import { contactWrites } from './contact-writes.dynamo.ts';
import { contactsIn } from './contacts.dynamo.ts';
import { credentialQuota } from './credential-quota.dynamo.ts';
import { derivedCredentials } from './derived-credentials.dynamo.ts';
import { ownerWrites } from './owner-writes.dynamo.ts';
import { exists, isNew } from './system-auth-conditions.dynamo.ts';
import { certificatesPartition, fromItem, keyOf, systemAuthEntity, systemAuthPrefix, toItem } from './system-auth-entity.dynamo.ts';
import { systemAuthOf } from './system-auth-of.dynamo.ts';
import { tokenWrites } from './token-writes.dynamo.ts';

/** Credentials with clone suspicions. */
const suspected: Filter = { expression: 'size(#suspected) > :none', names: { '#suspected': 'suspected' }, values: { ':none': 0 } };

export function dynamoSystemAuths(table: ControlPlaneTable): SystemAuthRepository {
  const auths = systemAuthEntity(table);
  const owners = ownerWrites(table);
  const read = systemAuthOf(auths);
  const clientOf = oauthClientSteps(table);
  const changed = configurationChanged(table);
  const counts = quotaCounts(table);
  const contacts = contactsIn(table);

  /** Runtimes see the ids of an Application's credentials, so a change of them is a change of the configuration. */
  const changedForRuntimes = ({ tenant, kind, id }: AuthOwner): Step[] => (kind === 'application' ? changed.byApplication(tenant, id) : []);

  const find: SystemAuthRepository['find'] = async (owner, id) => {
    const found = await getByKey(auths, keyOf(owner, id));
    return found && read(found);
  };

  const listByOwner: SystemAuthRepository['listByOwner'] = async ({ tenant, kind, id }) => {
    const partition = ownerPartition(tenant, kind, id);
    return (await queryAllOf(auths, table, { partition, range: { beginsWith: systemAuthPrefix } })).map(fromItem);
  };

  const quota = credentialQuota(table, auths, { listByOwner });
  const derived = derivedCredentials(table, auths, { listByOwner });

  return {
    find,

    findInUse: async (owner, id) => {
      const [auth, ownerSeenAt] = await Promise.all([find(owner, id), contacts.last(owner)]);
      return auth && { ...auth, ...(ownerSeenAt && { ownerSeenAt }) };
    },

    lastContact: contacts.last,
    lastContacts: contacts.lastOf,
    noteContact: contacts.note,

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, 'SystemAuth');
      return item && read(formatOf(auths)(item));
    },

    listByOwner,

    listByEnd: async (tenant, { from, to, kinds, isSuspected }, page) => {
      const filter = allOf([oneOf('ownerKind', kinds), isSuspected ? suspected : undefined]);
      const timeline = { index: 'listing', partition: certificatesPartition(tenant), from, to, order: 'earliest first', filter } as const;
      const { data, next } = await timelinePage(table, timeline, page);
      return { data: data.map((item) => fromItem(formatOf(auths)(item))), ...(next !== undefined && { next }) };
    },

    inventoryOf: async (owner) => {
      // Read before the keys: an addition in between changes it.
      const revision = await counts.version(owner);
      const keys = await keysOf(table, ownerPartition(owner.tenant, owner.kind, owner.id), systemAuthPrefix);
      return { ids: keys.map(({ sk }) => sk.slice(systemAuthPrefix.length)), revision };
    },

    insert: (auth) =>
      quota.store(auth, [
        owners.requireOwner(auth.owner),
        ...derived.makerCounts(auth),
        { write: auths.build(PutTransaction).item(toItem(auth)).options({ condition: isNew }) },
        ...clientOf(auth),
        ...(auth.client ? changedForRuntimes(auth.owner) : []),
      ]),

    delete: ({ owner, id }) =>
      derived.endWith({ owner, id }, [
        {
          write: auths.build(DeleteTransaction).key(keyOf(owner, id)).options({ condition: exists }),
          refused: () => notFound('systemAuth', id),
        },
        ...changedForRuntimes(owner),
      ]),

    ...tokenWrites(auths),
    ...certificateWrites(auths, { find, changedForRuntimes, endWith: derived.endWith }),
    ...contactWrites(table, auths, { listByOwner }),
  };
}
