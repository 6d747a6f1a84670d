import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import type { UpdateItemInput } from 'dynamodb-toolbox/entity/actions/update';
import type { AuthOwner, KnownCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { StoredItem } from '#shared/table/attributes.ts';
import { updateAndRead, updateWhere } from '#shared/table/write.dynamo.ts';
import { exists, type latestIs } from './system-auth-conditions.dynamo.ts';
import { keyOf, type SystemAuthEntity, type systemAuthEntity } from './system-auth-entity.dynamo.ts';
import { systemAuthOf } from './system-auth-of.dynamo.ts';

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
  const read = systemAuthOf(auths);
  return {
    /** Writes bookkeeping of a call. A failed condition, or a deletion meanwhile, is ignored. */
    note: async (
      owner: AuthOwner,
      id: string,
      change: Note,
      condition: typeof exists | ReturnType<typeof latestIs> = exists,
    ): Promise<void> => {
      await updateWhere(auths, { ...keyOf(owner, id), ...change }, condition);
    },

    /**
     * Writes a change if the condition holds; otherwise returns the stored System Auth, undefined if there is none. `isOwn` recognises the change if
     * an earlier attempt made it and its answer was lost.
     */
    updateOrRead: async (
      change: UpdateItemInput<SystemAuthEntity>,
      condition: Condition<SystemAuthEntity>,
      isOwn?: (found: StoredItem<typeof systemAuthEntity>) => boolean,
    ): Promise<'committed' | SystemAuth | undefined> => {
      const outcome = await updateAndRead(auths, change, condition, isOwn);
      return outcome.isWritten ? 'committed' : outcome.found && read(outcome.found);
    },
  };
}
