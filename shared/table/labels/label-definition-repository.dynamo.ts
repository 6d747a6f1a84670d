import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import { isConditionFailed, orConcurrentUpdate } from '#shared/table/transact.ts';

const partitionOf = (tenant: TenantId): string => tenantKey(tenant, 'LABELDEFINITIONS');

const labelDefinitionEntity = (table: ControlPlaneTable) =>
  new Entity({
    name: 'LabelDefinition',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      key: string().key(),
      schema: string().optional(),
      version: number(),
      changedBy: string(),
    }),
    computeKey: ({ tenant, key }) => ({ pk: partitionOf(tenant as TenantId), sk: key }),
  });

export function dynamoLabelDefinitions(table: ControlPlaneTable): LabelDefinitionRepository {
  const definitions = labelDefinitionEntity(table);
  return {
    list: async (tenant) => {
      const items = await queryAllOf(definitions, table, { partition: partitionOf(tenant) });
      return items.map((one) => ({ ...one, tenant }));
    },

    insert: async (definition) => {
      try {
        await definitions
          .build(PutItemCommand)
          .item(definition)
          .options({ condition: { attr: 'version', exists: false } })
          .send();
      } catch (cause) {
        if (!isConditionFailed(cause)) throw cause;
        throw new AppError('NotUnique', 'Object is not unique', { cause, details: { object: 'labelDefinition', key: definition.key } });
      }
    },

    replace: async (next, expectedVersion) => {
      await orConcurrentUpdate(() =>
        definitions
          .build(PutItemCommand)
          .item(next)
          .options({ condition: { attr: 'version', eq: expectedVersion } })
          .send(),
      );
    },

    delete: async (definition) => {
      await orConcurrentUpdate(() =>
        definitions
          .build(DeleteItemCommand)
          .key(definition)
          .options({ condition: { attr: 'version', eq: definition.version } })
          .send(),
      );
    },
  };
}
