import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import { deleteVersion, putWhere, replace } from '#shared/table/write.dynamo.ts';

const partitionOf = (tenant: TenantId): string => tenantKey(tenant, 'LABELDEFINITIONS');

export const labelDefinitionEntity = (table: ControlPlaneTable) =>
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
      if (await putWhere(definitions, definition, { attr: 'version', exists: false })) return;
      throw new AppError('NotUnique', 'Object is not unique', { details: { object: 'labelDefinition', key: definition.key } });
    },

    replace: (next, expectedVersion) => replace(definitions, next, expectedVersion),

    delete: (definition) => deleteVersion(definitions, definition, definition.version),
  };
}
