import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
import type { AuthOwner, KnownCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { isConditionFailed } from '#shared/table/transact.ts';
import { exists, type latestIs } from './system-auth-conditions.dynamo.ts';
import { fromItem, keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';

export const nameOf = (owner: AuthOwner): string => `${owner.kind}/${owner.id}`;

export const knownOf = ({ serialNumber, issuer, notAfter }: KnownCertificate) => ({ serialNumber, issuer, notAfter });

/** Bookkeeping of a call. */
interface Note {
  readonly connected?: boolean;
  readonly lastSeenAt?: string;
  readonly certificate?: { readonly usedAt: string };
}

/** Writes of single System Auths. */
export function systemAuthWrites(auths: SystemAuthEntity) {
  return {
    /** Writes bookkeeping; a deletion in the meantime, or a failed condition, makes it pointless. */
    note: async (
      owner: AuthOwner,
      id: string,
      change: Note,
      condition: typeof exists | ReturnType<typeof latestIs> = exists,
    ): Promise<void> => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), ...change })
          .options({ condition })
          .send();
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    /** Sends a conditional write; when its condition does not hold, answers the System Auth as it stands, if the write asks for that. */
    orAsItStands: async (write: () => Promise<unknown>): Promise<'committed' | SystemAuth | undefined> => {
      try {
        await write();
        return 'committed';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item && fromItem(auths.build(EntityFormatter).format(unmarshall(error.Item)));
      }
    },
  };
}
