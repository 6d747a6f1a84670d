import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { type AuthOwner, isOver, isPending, type SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import type { Amounts } from '#shared/table/quota-counts-entity.dynamo.ts';
import { type Step, transact, transactionLimit } from '#shared/table/transact.ts';
import { both, hasNoCertificate, tokenIsOver } from './system-auth-conditions.dynamo.ts';
import { keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';

/**
 * Limits the credentials of an owner. Credentials end in many ways, some without a transaction, and none of them changes the counts. The counts only
 * grow, until they reach a limit and are counted anew.
 */
export function credentialQuota(
  table: ControlPlaneTable,
  auths: SystemAuthEntity,
  { listByOwner }: Pick<SystemAuthRepository, 'listByOwner'>,
) {
  const counts = quotaCounts(table);

  const clear = async (over: readonly SystemAuth[], now: Date): Promise<void> => {
    const condition = both(hasNoCertificate, tokenIsOver(now));
    const deletions = over.map(({ owner, id }) => ({ write: auths.build(DeleteTransaction).key(keyOf(owner, id)).options({ condition }) }));
    while (deletions.length > 0) await transact(deletions.splice(0, transactionLimit));
  };

  const recount = async (owner: AuthOwner, now: Date): Promise<Amounts> => {
    const stored = await listByOwner(owner);
    await clear(
      stored.filter((auth) => isOver(auth, now)),
      now,
    );
    return total(stored.filter((auth) => !isOver(auth, now)));
  };

  return {
    /** Writes the steps that store a System Auth within the quota. Throws QuotaExceeded. */
    store: (auth: SystemAuth, steps: readonly Step[]): Promise<void> =>
      counts.takeOrRecount(auth.owner, total([auth]), {
        write: (quota) => transact([...steps, quota]),
        recount: () => recount(auth.owner, new Date(auth.createdAt)),
      }),
  };
}

const total = (auths: readonly SystemAuth[]): Amounts => ({
  credentials: auths.length,
  pendingPairings: auths.filter(isPending).length,
  oauthClients: auths.filter(({ client }) => client !== undefined).length,
});
