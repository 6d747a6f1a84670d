import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { concurrentUpdate } from '#shared/core/errors.ts';
import { operationSchema } from '#shared/provisioning/operation.ts';
import type { OperationRepository } from '#shared/provisioning/operation-repository.ts';
import { busy } from '#shared/provisioning/runtime-provisioning.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { isConditionFailed, transact } from '#shared/table/transact.ts';
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

    replace: (next, expectedVersion) =>
      conditional(() =>
        operations
          .build(PutItemCommand)
          .item(next)
          .options({ condition: { attr: 'version', eq: expectedVersion } })
          .send(),
      ),

    replaceProvisioning: (next, expectedVersion) =>
      conditional(() =>
        provisionings
          .build(PutItemCommand)
          .item(next)
          .options({ condition: { attr: 'version', eq: expectedVersion } })
          .send(),
      ),

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

/** Says that the id is taken; never leaves this file. */
class OperationExists extends Error {}

async function conditional(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isConditionFailed(error) ? concurrentUpdate(error) : error;
  }
}
