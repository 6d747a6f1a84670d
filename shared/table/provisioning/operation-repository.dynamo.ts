import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { operationSchema } from '#shared/provisioning/operation.ts';
import type { OperationRepository } from '#shared/provisioning/operation-repository.ts';
import { busy } from '#shared/provisioning/runtime-provisioning.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { replace } from '#shared/table/write.dynamo.ts';
import { operationEntity, runtimeProvisioningEntity } from './operation-entities.dynamo.ts';

export function dynamoOperations(table: ControlPlaneTable): OperationRepository {
  const operations = operationEntity(table);
  const provisionings = runtimeProvisioningEntity(table);
  const before = (version: number) =>
    version === 1 ? ({ attr: 'version', exists: false } as const) : { attr: 'version' as const, eq: version - 1 };

  return {
    start: async (operation, locked) => {
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

    replace: (next, expectedVersion) => replace(operations, next, expectedVersion),

    replaceProvisioning: (next, expectedVersion) => replace(provisionings, next, expectedVersion),

    end: (operation, released) =>
      transact([
        {
          write: operations
            .build(PutTransaction)
            .item(operation)
            .options({ condition: before(operation.version) }),
        },
        {
          write: provisionings
            .build(PutTransaction)
            .item(released)
            .options({ condition: before(released.version) }),
        },
      ]),
  };
}

/** Error for an id that is taken. Internal to this file. */
class OperationExists extends Error {}
