import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { LivenessRepository } from '#shared/liveness/liveness-repository.ts';
import { latestContact } from '#shared/pairing/last-seen.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { claimDue, dueItems } from '#shared/table/due-items.dynamo.ts';
import { contactEntity, contactKey } from '#shared/table/pairing/contact-entity.dynamo.ts';
import { fromItem, keyOf, systemAuthEntity, systemAuthPrefix } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { formatOf, queryAll, queryAllOf } from '#shared/table/read.dynamo.ts';
import { type Step, transact, transactionLimit } from '#shared/table/transact.ts';
import { livenessEntity } from './liveness-entity.dynamo.ts';

const watcher = 'system/liveness-watcher';

export function dynamoLiveness(table: ControlPlaneTable): LivenessRepository {
  const liveness = livenessEntity(table);
  const auths = systemAuthEntity(table);
  const contacts = contactEntity(table);
  const refused = () => new HeardMeanwhile();

  /** Marks a credential, so that its next use marks the Runtime as connected. */
  const silence = ({ owner, id, lastSeenAt }: SystemAuth): Step => ({
    write: auths
      .build(UpdateTransaction)
      .item({ ...keyOf(owner, id), silent: true })
      .options({
        condition:
          lastSeenAt === undefined
            ? {
                and: [
                  { attr: 'createdAt', exists: true },
                  { attr: 'lastSeenAt', exists: false },
                ],
              }
            : { attr: 'lastSeenAt', eq: lastSeenAt },
      }),
    refused,
  });

  const unheardSince = (contact: string | undefined, key: { tenant: TenantId; runtimeId: string }): Step => ({
    write: contacts
      .build(ConditionCheck)
      .key(key)
      .condition(contact === undefined ? { attr: 'lastSeenAt', exists: false } : { attr: 'lastSeenAt', eq: contact }),
    refused,
  });

  return {
    due: (now) => dueItems(table, 'LIVENESS', now),

    signsOf: async ({ key: { pk: partition } }) => {
      const [credentials, [contact]] = await Promise.all([
        queryAllOf(auths, table, { partition, range: { beginsWith: systemAuthPrefix }, eventual: true }),
        queryAll(table, { partition, range: { eq: contactKey }, eventual: true }),
      ]);
      return { credentials: credentials.map(fromItem), ...(contact && { contact: formatOf(contacts)(contact).lastSeenAt }) };
    },

    postpone: async (due, silentAt) => (await claimDue(table, due, silentAt)) !== undefined,

    disconnect: async (due, { credentials, contact }, retryAt) => {
      const claimed = await claimDue(table, due, retryAt);
      if (!claimed) return false;
      const { tenant, runtimeId } = formatOf(liveness)(claimed.item);
      const lastSeenAt = latestContact(credentials, contact);
      const gone: Step = {
        write: liveness
          .build(UpdateTransaction)
          .item({
            tenant,
            runtimeId,
            state: 'DISCONNECTED',
            lastSeenAt: lastSeenAt ?? $remove(),
            idPk: $remove(),
            idSk: $remove(),
            version: $add(1),
            changedBy: watcher,
          })
          .options({ condition: { attr: 'idSk', eq: claimed.dueKey } }),
        refused,
      };
      try {
        // The last transaction marks the Runtime as disconnected: earlier marks only make a later contact check again.
        const marks = credentials.map(silence);
        while (marks.length >= transactionLimit - 1) await transact(marks.splice(0, transactionLimit - 2));
        await transact([...marks, unheardSince(contact, { tenant, runtimeId }), gone]);
        return true;
      } catch (error) {
        if (error instanceof HeardMeanwhile) return false;
        throw error;
      }
    },
  };
}

/** Error for a credential that was used, or a Runtime that was checked, since it was read. Internal to this file. */
class HeardMeanwhile extends Error {}
