import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { $set } from 'dynamodb-toolbox/entity/actions/update';
import { epochSeconds, later } from '#shared/core/clock.ts';
import { operationSchema } from '#shared/provisioning/operation.ts';
import type { OperationRepository } from '#shared/provisioning/operation-repository.ts';
import { busy, removedLifetime } from '#shared/provisioning/runtime-provisioning.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { replace, updateWhere } from '#shared/table/write.dynamo.ts';
import { operationEntity, runtimeProvisioningEntity } from './operation-entities.dynamo.ts';

export function dynamoOperations(table: ControlPlaneTable): OperationRepository {
  const operations = operationEntity(table);
  const provisionings = runtimeProvisioningEntity(table);
  const counts = counter(table, 'PROVISIONING');
  const before = (version: number) =>
    version === 1 ? ({ attr: 'version', exists: false } as const) : { attr: 'version' as const, eq: version - 1 };

  return {
    start: async (operation, { locked, forgotten }) => {
      try {
        await transact([
          {
            write: operations
              .build(PutTransaction)
              .item(operation)
              .options({ condition: { attr: 'version', exists: false } }),
            refused: () => new OperationExists(),
          },
          {
            write: provisionings
              .build(PutTransaction)
              .item(locked)
              .options({ condition: before(locked.version) }),
            refused: () => busy(locked.runtimeId),
          },
          ...(locked.version === 1 ? [counts.add(locked.tenant, locked.runtimeId, 1)] : []),
          ...forgotten.map((id): Step => ({ write: operations.build(DeleteTransaction).key({ tenant: locked.tenant, id }) })),
        ]);
        return 'started';
      } catch (error) {
        if (error instanceof OperationExists) return 'exists';
        throw error;
      }
    },

    find: async (tenant, id) => {
      const found = await getByKey(operations, { tenant, id });
      return found && operationSchema.parse(found);
    },

    findProvisioning: (tenant, runtimeId) => getByKey(provisionings, { tenant, runtimeId }),

    noteStep: async (tenant, id, name, step) => {
      await updateWhere(
        operations,
        { tenant, id, steps: { [name]: $set(step) } },
        {
          and: [
            { attr: 'state', in: ['Pending', 'InProgress'] },
            { attr: 'steps', exists: true },
            { attr: `steps.${name}`, exists: false },
          ],
        },
      );
    },

    replace: (next, expectedVersion) => replace(operations, next, expectedVersion),

    replaceProvisioning: (next, expectedVersion) => replace(provisionings, next, expectedVersion),

    end: async (operation, released) => {
      const { tenant, runtimeId, removed, counted, earlierOperationIds = [] } = released;
      const expiry = removed ? { expiresAt: epochSeconds(later(new Date(operation.finishedAt), removedLifetime)) } : {};
      // Before the removal: a crash in between costs old operations only.
      if (removed) await Promise.all(earlierOperationIds.map((id) => updateWhere(operations, { tenant, id, ...expiry }, isThere)));
      await transact([
        {
          write: operations
            .build(PutTransaction)
            .item({ ...operation, ...expiry })
            .options({ condition: before(operation.version) }),
        },
        {
          write: provisionings
            .build(PutTransaction)
            .item({ ...released, ...expiry })
            .options({ condition: before(released.version) }),
        },
        ...(removed && counted ? [counts.add(tenant, runtimeId, -1)] : []),
      ]);
    },
  };
}

const isThere = { attr: 'version', exists: true } as const;

/** Error for an id that is taken. Internal to this file. */
class OperationExists extends Error {}
