import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { any } from 'dynamodb-toolbox/schema/any';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { number } from 'dynamodb-toolbox/schema/number';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import { notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { defaultTemplate } from '#shared/formations/default-template.ts';
import type { Formation } from '#shared/formations/formation.ts';
import { artifactKinds } from '#shared/formations/formation-template.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

export const templatePartition = (tenant: TenantId): string => tenantKey(tenant, 'FORMATIONTEMPLATES');

export const formationTemplateEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'FormationTemplate',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        applicationTypes: list(string()),
        runtimeTypes: list(string()).optional(),
        runtimeTypeDisplayName: string().optional(),
        runtimeArtifactKind: string()
          .enum(...artifactKinds)
          .optional(),
        leadingProductIDs: list(string()).optional(),
        supportsReset: boolean().optional(),
        discoveryConsumers: list(string()).optional(),
        labels: record(string(), any().castAs<JsonValue>()).optional(),
        formationCount: number(),
        ...versioned,
      }),
      computeKey: ({ tenant, id }) => ({ pk: templatePartition(tenant), sk: id }),
    }),
);

/** Counts a formation on its template; the default template counts nothing. */
export function templateCount(table: ControlPlaneTable) {
  const templates = formationTemplateEntity(table);
  return ({ tenant, formationTemplateId: id, changedBy }: Formation, amount: 1 | -1): Step[] =>
    id === defaultTemplate.id
      ? []
      : [
          {
            write: templates
              .build(UpdateTransaction)
              .item({ tenant, id, formationCount: $add(amount), version: $add(1), changedBy })
              .options({ condition: { attr: 'name', exists: true } }),
            refused: () => notFound('formationTemplate', id),
          },
        ];
}
