import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
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
      tenant: tenantOfItem,
      key: string().key(),
      schema: string().optional(),
      ...versioned,
    }),
    computeKey: ({ tenant, key }) => ({ pk: partitionOf(tenant), sk: key }),
  });

export function dynamoLabelDefinitions(table: ControlPlaneTable): LabelDefinitionRepository {
  const definitions = labelDefinitionEntity(table);
  return {
    list: (tenant) => queryAllOf(definitions, table, { partition: partitionOf(tenant) }),

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
