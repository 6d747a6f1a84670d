import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import type { Bundle } from '#shared/bundles/bundle.ts';
import { type BundleInstanceAuth, maxPerRuntime, tooManyInstanceAuths } from '#shared/bundles/instance-auth.ts';
import { tenantOfItem } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, unlistedPrefix } from '#shared/table/control-plane-table.ts';
import { keysOf } from '#shared/table/owned-items.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';
import { contentCounts } from './content-counts.dynamo.ts';

/** The counts of one bundle. They are deleted with it, and stored apart so that reading the Application does not read them. */
export const heldPrefix = (bundleId: string): string => `${unlistedPrefix}HELD#${bundleId}#`;

/**
 * Counts a Runtime's instance auths of a bundle in the transactions that write them, so that two concurrent requests cannot both take the
 * last one.
 */
export function heldInstanceAuths(table: ControlPlaneTable) {
  const entity = new Entity({
    name: 'HeldInstanceAuths',
    table,
    timestamps: false,
    schema: item({
      tenant: tenantOfItem,
      applicationId: string().key(),
      bundleId: string().key(),
      runtimeId: string().key(),
      count: number(),
    }),
    computeKey: ({ tenant, applicationId, bundleId, runtimeId }) => ({
      pk: ownerPartition(tenant, 'application', applicationId),
      sk: heldPrefix(bundleId) + runtimeId,
    }),
  });

  const counts = contentCounts(table);

  const counted = ({ tenant, applicationId, bundleId }: BundleInstanceAuth, runtimeId: string, amount: number) =>
    entity.build(UpdateTransaction).item({ tenant, applicationId, bundleId, runtimeId, count: $add(amount) });

  return {
    /** No step for an instance auth without a Runtime. */
    take: (auth: BundleInstanceAuth): Step[] => {
      const { runtimeId } = auth;
      if (runtimeId === undefined) return [];
      return [
        {
          write: counted(auth, runtimeId, 1).options({
            condition: {
              or: [
                { attr: 'count', exists: false },
                { attr: 'count', lt: maxPerRuntime },
              ],
            },
          }),
          refused: () => tooManyInstanceAuths(auth.bundleId, runtimeId),
        },
      ];
    },

    /** Deletes the counts of a bundle that was deleted, and those of the shares that its Runtimes have in the Application. */
    endOf: async ({ tenant, applicationId, id: bundleId }: Bundle): Promise<Step[]> => {
      const prefix = heldPrefix(bundleId);
      const keys = await keysOf(table, ownerPartition(tenant, 'application', applicationId), prefix);
      return keys.flatMap(({ sk }) => {
        const runtimeId = sk.slice(prefix.length);
        return [
          { write: entity.build(DeleteTransaction).key({ tenant, applicationId, bundleId, runtimeId }) },
          counts.forgetShare({ tenant, applicationId }, runtimeId),
        ];
      });
    },

    release: (auth: BundleInstanceAuth): Step[] => (auth.runtimeId === undefined ? [] : [{ write: counted(auth, auth.runtimeId, -1) }]),
  };
}
