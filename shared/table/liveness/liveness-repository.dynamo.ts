import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import type { LivenessRepository } from '#shared/liveness/liveness-repository.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { claimDue, dueItems } from '#shared/table/due-items.dynamo.ts';
import { fromItem, keyOf, systemAuthEntity, systemAuthPrefix } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { formatOf, queryAllOf } from '#shared/table/read.dynamo.ts';
import { type Step, transact, transactionLimit } from '#shared/table/transact.ts';
import { livenessEntity } from './liveness-entity.dynamo.ts';

const watcher = 'system/liveness-watcher';

export function dynamoLiveness(table: ControlPlaneTable): LivenessRepository {
  const liveness = livenessEntity(table);
  const auths = systemAuthEntity(table);
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

  return {
    due: (now) => dueItems(table, 'LIVENESS', now),

    credentialsOf: async ({ key }) => {
      const query = { partition: key.pk, range: { beginsWith: systemAuthPrefix }, eventual: true };
      return (await queryAllOf(auths, table, query)).map(fromItem);
    },

    postpone: async (due, silentAt) => (await claimDue(table, due, silentAt)) !== undefined,

    disconnect: async (due, credentials, retryAt) => {
      const claimed = await claimDue(table, due, retryAt);
      if (!claimed) return false;
      const { tenant, runtimeId } = formatOf(liveness)(claimed.item);
      const lastSeenAt = credentials
        .flatMap((auth) => auth.lastSeenAt ?? [])
        .sort()
        .at(-1);
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
        while (marks.length >= transactionLimit) await transact(marks.splice(0, transactionLimit - 1));
        await transact([...marks, gone]);
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
