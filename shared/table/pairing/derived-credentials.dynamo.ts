import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { AppError } from '#shared/core/errors.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { derivedFrom, descendantsOf } from '#shared/pairing/origin.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import { type Step, transactWithDependents } from '#shared/table/transact.ts';
import { both, exists, isNotRevoked } from './system-auth-conditions.dynamo.ts';
import { keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';

/** Ends derived credentials, which an owner requested with another credential, together with that one. */
export function derivedCredentials(
  table: ControlPlaneTable,
  auths: SystemAuthEntity,
  { listByOwner }: Pick<SystemAuthRepository, 'listByOwner'>,
) {
  const counts = quotaCounts(table);

  return {
    /** Returns a condition that the origin of a new credential is neither deleted nor revoked; no step for a credential without origin. */
    makerCounts: ({ owner, origin }: Pick<SystemAuth, 'owner' | 'origin'>): Step[] => {
      const maker = derivedFrom({ owner, origin });
      if (maker === undefined) return [];
      const condition = origin?.fingerprint === undefined ? exists : both(exists, isNotRevoked(origin.fingerprint));
      return [
        {
          write: auths.build(ConditionCheck).key(keyOf(owner, maker)).condition(condition),
          refused: () => new AppError('Unauthorized', 'the credential of the caller has ended'),
        },
      ];
    },

    /**
     * Writes the steps that end a credential, and deletes all credentials derived from it, in one transaction. It starts again when another
     * credential of the owner is stored meanwhile, so that it misses none. It adds `ifAny` when it deletes any. More than about 90 derived
     * credentials, as only earlier versions stored, are deleted in transactions of their own before, so that a repeat after a crash deletes the rest.
     */
    endWith: ({ owner, id }: Pick<SystemAuth, 'owner' | 'id'>, ending: readonly Step[], ifAny: readonly Step[] = []): Promise<void> =>
      retryOnConflict(async () => {
        // Read before the credentials: an addition in between changes it.
        const seen = await counts.version(owner);
        const descendants = descendantsOf(id, await listByOwner(owner));
        const deletions = descendants.map((auth): Step => ({ write: auths.build(DeleteTransaction).key(keyOf(owner, auth.id)) }));
        await transactWithDependents([...ending, counts.unchangedSince(owner, seen), ...(descendants.length > 0 ? ifAny : [])], deletions);
      }),
  };
}

export type DerivedCredentials = ReturnType<typeof derivedCredentials>;
