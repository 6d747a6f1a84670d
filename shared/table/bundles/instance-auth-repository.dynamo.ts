import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { amountsOfContents, amountsOfShare } from '#shared/bundles/amounts.ts';
import { type BundleInstanceAuth, notUniqueInstanceAuth } from '#shared/bundles/instance-auth.ts';
import type { InstanceAuthRepository } from '#shared/bundles/instance-auth-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { findById, isKnownId } from '#shared/table/find-by-id.dynamo.ts';
import { difference, negative } from '#shared/table/quota-counts-entity.dynamo.ts';
import { formatOf, getByKey, queryAllOf } from '#shared/table/read.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { deleteStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { bundleEntity } from './bundle-entities.dynamo.ts';
import { contentCounts } from './content-counts.dynamo.ts';
import { heldInstanceAuths } from './held-instance-auths.dynamo.ts';
import { fromItem, instanceAuthEntity, runtimeListing, toItem } from './instance-auth-entity.dynamo.ts';

const entityType = 'BundleInstanceAuth';

export function dynamoInstanceAuths(table: ControlPlaneTable): InstanceAuthRepository {
  const auths = instanceAuthEntity(table);
  const bundles = bundleEntity(table);
  const runtimes = runtimeEntity(table);
  const held = heldInstanceAuths(table);
  const exists = { attr: 'id', exists: true } as const;
  const changed = configurationChanged(table);
  const counts = contentCounts(table);

  const bundleExists = ({ tenant, applicationId, bundleId }: BundleInstanceAuth): Step & Required<Pick<Step, 'refused'>> => ({
    write: bundles.build(ConditionCheck).key({ tenant, applicationId, id: bundleId }).condition(exists),
    refused: () => notFound('bundle', bundleId),
  });

  const runtimeExists = ({ tenant, runtimeId }: BundleInstanceAuth): Step[] =>
    runtimeId === undefined
      ? []
      : [
          {
            write: runtimes.build(ConditionCheck).key({ tenant, id: runtimeId }).condition(exists),
            refused: () => notFound('runtime', runtimeId),
          },
        ];

  const amountsOf = (auth: BundleInstanceAuth) => amountsOfContents({ instanceAuths: [auth] });
  const gone = (auth: BundleInstanceAuth) => () => notFound('bundleInstanceAuth', auth.id);

  /** The contents of a deleted bundle cannot be changed while they wait for the sweeper. */
  const bundleStands = (auth: BundleInstanceAuth): Step => ({ ...bundleExists(auth), refused: gone(auth) });

  const replace = (next: BundleInstanceAuth, current: BundleInstanceAuth, alongside: readonly Step[]): Promise<void> =>
    counts.change(next, difference(amountsOf(next), amountsOf(current)), gone(next), (counted) =>
      counts.changeShare(next, difference(amountsOfShare([next]), amountsOfShare([current])), gone(next), (share) =>
        transact([
          replaceStep(auths, toItem(next), current.version),
          bundleStands(next),
          ...alongside,
          ...changed.byApplication(next.tenant, next.applicationId),
          counted,
          ...share,
        ]),
      ),
    );

  const remove = (current: BundleInstanceAuth): Promise<void> =>
    counts.change(current, negative(amountsOf(current)), gone(current), (counted) =>
      counts.changeShare(current, negative(amountsOfShare([current])), gone(current), (share) =>
        transact([
          deleteStep(auths, current, current.version),
          bundleStands(current),
          ...held.release(current),
          ...changed.byApplication(current.tenant, current.applicationId),
          counted,
          ...share,
        ]),
      ),
    );

  const find = async (key: BundleInstanceAuth): Promise<BundleInstanceAuth | undefined> => {
    const found = await getByKey(auths, key);
    return found && fromItem(found);
  };

  return {
    insert: (next) => {
      const bundle = bundleExists(next);
      return counts.change(next, amountsOf(next), bundle.refused, (counted) =>
        counts.changeShare(next, amountsOfShare([next]), bundle.refused, (share) =>
          transact([
            bundle,
            ...runtimeExists(next),
            {
              write: auths
                .build(PutTransaction)
                .item(toItem(next))
                .options({ condition: { attr: 'id', exists: false } }),
              refused: () => notUniqueInstanceAuth(next.id),
            },
            ...held.take(next),
            ...changed.byApplication(next.tenant, next.applicationId),
            counted,
            ...share,
          ]),
        ),
      );
    },

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, entityType);
      return item && fromItem(formatOf(auths)(item));
    },

    exists: (tenant, id) => isKnownId(table, tenant, id, entityType),

    replace: (next, current) => replace(next, current, []),

    release: (current, next) =>
      replace(next, current, [...held.release(current), ...(current.runtimeId ? [counts.forgetShare(current, current.runtimeId)] : [])]),

    delete: async (auth) => {
      let current: BundleInstanceAuth | undefined = auth;
      await retryOnConflict(async () => {
        // The item found by id may be older than the stored one.
        current ??= await find(auth);
        if (!current) throw gone(auth)();
        const seen = current;
        current = undefined;
        await remove(seen);
      });
    },

    listOfRuntime: async (tenant, runtimeId) =>
      (await queryAllOf(auths, table, { index: 'listing', partition: runtimeListing(tenant, runtimeId) })).map(fromItem),
  };
}
