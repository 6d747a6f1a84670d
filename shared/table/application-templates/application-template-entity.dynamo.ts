import { Entity } from 'dynamodb-toolbox/entity';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { any } from 'dynamodb-toolbox/schema/any';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import { notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dated, listed, type Read, type StoredItem, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import type { Step } from '#shared/table/transact.ts';

export const applicationTemplateListing = (tenant: TenantId): string => tenantKey(tenant, 'APPLICATIONTEMPLATES');

export const applicationTemplateEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ApplicationTemplate',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        name: string(),
        description: string().optional(),
        applicationNamespace: string().optional(),
        applicationInput: string(),
        placeholders: list(
          map({
            name: string(),
            description: string().optional(),
            jsonPath: string().optional(),
            optional: boolean().optional(),
          }),
        ),
        labels: record(string(), any().castAs<JsonValue>()),
        configurationWebhookIds: list(string()),
        applicationCount: number(),
        ...dated,
        ...versioned,
        ...listed,
      }),
      computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant, 'application_template', id), sk: headKey }),
    }),
);

/** They are listed in the order of their ids. */
export const toItem = (template: ApplicationTemplate) => ({
  ...template,
  placeholders: [...template.placeholders],
  configurationWebhookIds: [...template.configurationWebhookIds],
  listPk: applicationTemplateListing(template.tenant),
  listSk: template.id,
});

export const fromItem = ({
  listPk,
  listSk,
  ...item
}: StoredItem<typeof applicationTemplateEntity>): Read<ApplicationTemplate, typeof applicationTemplateEntity> => item;

/** An Application's reference to its template. */
interface Reference {
  readonly tenant: TenantId;
  readonly applicationTemplateID?: string;
  readonly changedBy: string;
}

/** Counts an Application on the template that it was made from, if it was: the template must be there. */
export function applicationTemplateCount(table: ControlPlaneTable) {
  const templates = applicationTemplateEntity(table);
  return ({ tenant, applicationTemplateID: id, changedBy }: Reference, amount: 1 | -1): Step[] =>
    id === undefined
      ? []
      : [
          {
            write: templates
              .build(UpdateTransaction)
              .item({ tenant, id, applicationCount: $add(amount), version: $add(1), changedBy })
              .options({ condition: { attr: 'name', exists: true } }),
            refused: () => notFound('applicationTemplate', id),
          },
        ];
}
