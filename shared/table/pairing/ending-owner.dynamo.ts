import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import type { AuthOwner } from '#shared/pairing/system-auth.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { keysOf } from '#shared/table/owned-items.dynamo.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import { type Step, transactWithDependents } from '#shared/table/transact.ts';
import { webhookEntity, keyOf as webhookKeyOf, webhookPrefix } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { systemAuthPrefix, systemAuthSteps } from './system-auth-entity.dynamo.ts';

/** Deletes an owner together with its credentials. */
export function endingOwner(table: ControlPlaneTable) {
  const auths = systemAuthSteps(table);
  const webhooks = webhookEntity(table);
  const counts = quotaCounts(table);

  const webhooksOf = async ({ tenant, kind, id }: AuthOwner): Promise<Step[]> => {
    if (kind === 'integration_system') return [];
    const keys = await keysOf(table, ownerPartition(tenant, kind, id), webhookPrefix);
    return keys.map(({ sk }) => ({
      write: webhooks.build(DeleteTransaction).key(webhookKeyOf({ tenant, kind, id }, sk.slice(webhookPrefix.length))),
    }));
  };

  /**
   * Writes the steps that delete an owner together with its counts, its System Auths, and as many of its webhooks as fit into the transaction. Its
   * nested objects are not read. Throws ConcurrentUpdate if a credential of it was stored meanwhile, so that none is left.
   */
  return async (owner: AuthOwner, object: readonly Step[]): Promise<void> => {
    // Read before the keys: an addition in between changes it.
    const seen = await counts.version(owner);
    const partition = ownerPartition(owner.tenant, owner.kind, owner.id);
    const [authKeys, ofWebhooks] = await Promise.all([keysOf(table, partition, systemAuthPrefix), webhooksOf(owner)]);
    await transactWithDependents([...object, counts.end(owner, seen)], auths.deleteAll(owner, authKeys), ofWebhooks);
  };
}
