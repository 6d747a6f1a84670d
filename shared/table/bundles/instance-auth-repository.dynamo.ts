import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { type BundleInstanceAuth, notUniqueInstanceAuth } from '#shared/bundles/instance-auth.ts';
import type { InstanceAuthRepository } from '#shared/bundles/instance-auth-repository.ts';
import { notFound } from '#shared/core/errors.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { findById, isKnownId } from '#shared/table/find-by-id.dynamo.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { bundleEntity } from './bundle-entities.dynamo.ts';
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

  const bundleExists = ({ tenant, applicationId, bundleId }: BundleInstanceAuth): Step => ({
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

  const replacing = (next: BundleInstanceAuth, expectedVersion: number): Step[] => [
    {
      write: auths
        .build(PutTransaction)
        .item(toItem(next))
        .options({ condition: { attr: 'version', eq: expectedVersion } }),
    },
    changed(next.tenant, next.applicationId),
  ];

  return {
    insert: (next) =>
      transact([
        bundleExists(next),
        ...runtimeExists(next),
        {
          write: auths
            .build(PutTransaction)
            .item(toItem(next))
            .options({ condition: { attr: 'id', exists: false } }),
          refused: () => notUniqueInstanceAuth(next.id),
        },
        ...held.take(next),
        changed(next.tenant, next.applicationId),
      ]),

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, entityType);
      return item && fromItem(auths.build(EntityFormatter).format(item));
    },

    exists: (tenant, id) => isKnownId(table, tenant, id, entityType),

    replace: (next, expectedVersion) => transact(replacing(next, expectedVersion)),

    release: (current, next) => transact([...replacing(next, current.version), ...held.giveBack(current)]),

    delete: (current) =>
      transact([
        {
          write: auths.build(DeleteTransaction).key(current).options({ condition: exists }),
          refused: () => notFound('bundleInstanceAuth', current.id),
        },
        ...held.giveBack(current),
        changed(current.tenant, current.applicationId),
      ]),

    listOfRuntime: async (tenant, runtimeId) =>
      (await queryAllOf(auths, table, { index: 'listing', partition: runtimeListing(tenant, runtimeId) })).map(fromItem),
  };
}
