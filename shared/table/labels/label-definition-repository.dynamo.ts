import { Entity } from 'dynamodb-toolbox/entity';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { item } from 'dynamodb-toolbox/schema/item';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError } from '#shared/core/errors.ts';
import { bytesOf } from '#shared/core/json-bytes.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { LabelDefinition } from '#shared/labels/label-definition.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { type Amounts, difference, negative, tenantOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';

const partitionOf = (tenant: TenantId): string => tenantKey(tenant, 'LABELDEFINITIONS');

export const labelDefinitionEntity = onePerTable(
  (table: ControlPlaneTable) =>
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
    }),
);

export function dynamoLabelDefinitions(table: ControlPlaneTable): LabelDefinitionRepository {
  const definitions = labelDefinitionEntity(table);
  const counts = exactCounts(table);

  const list: LabelDefinitionRepository['list'] = (tenant) => queryAllOf(definitions, table, { partition: partitionOf(tenant) });

  const record = (tenant: TenantId, amounts: Amounts, step: Step): Promise<void> =>
    counts.record(tenantOwner(tenant), amounts, {
      write: (counted) => transact([step, counted]),
      recount: async () => amountsOf(await list(tenant)),
    });

  const put = (definition: LabelDefinition) => definitions.build(PutTransaction).item(definition);
  const isVersion = ({ version }: LabelDefinition) => ({ condition: { attr: 'version', eq: version } }) as const;

  return {
    list,

    insert: (definition) =>
      record(definition.tenant, amountsOf([definition]), {
        write: put(definition).options({ condition: { attr: 'version', exists: false } }),
        refused: () => new AppError('NotUnique', 'Object is not unique', { details: { object: 'labelDefinition', key: definition.key } }),
      }),

    replace: (next, current) =>
      record(next.tenant, difference(amountsOf([next]), amountsOf([current])), { write: put(next).options(isVersion(current)) }),

    delete: (definition) =>
      record(definition.tenant, negative(amountsOf([definition])), {
        write: definitions.build(DeleteTransaction).key(definition).options(isVersion(definition)),
      }),
  };
}

const amountsOf = (all: readonly LabelDefinition[]) => ({
  labelDefinitions: all.length,
  labelDefinitionBytes: all.reduce((sum, { key, schema }) => sum + bytesOf({ key, schema }), 0),
});
