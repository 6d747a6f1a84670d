import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import type { ApplicationTemplateRepository } from '#shared/application-templates/application-template-repository.ts';
import { isUuid } from '#shared/core/ids.ts';
import { amountsOfLabels } from '#shared/labels/label.ts';
import { getManyByKey } from '#shared/table/batch-read.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { requireGrowthWithin, requireWithin } from '#shared/table/quota-counts-entity.dynamo.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { deleteStep, insertStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { keyOf, toItem as toWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { amountsOfWebhooks, type Webhook, type WebhookOwner } from '#shared/webhooks/webhook.ts';
import { applicationTemplateEntity, applicationTemplateListing, fromItem, toItem } from './application-template-entity.dynamo.ts';

const ownerOf = ({ tenant, id }: ApplicationTemplate): WebhookOwner => ({ tenant, kind: 'application_template', id });

export function dynamoApplicationTemplates(table: ControlPlaneTable): ApplicationTemplateRepository {
  const templates = applicationTemplateEntity(table);
  const names = uniqueNames(table, 'APPLICATIONTEMPLATE');
  const counts = counter(table, 'APPLICATIONTEMPLATE');
  const webhooks = webhookEntity(table);
  const counted = exactCounts(table);
  const { listByOwner: webhooksOf } = dynamoWebhooks(table);

  const addAll = (added: readonly Webhook[]): Step[] =>
    added.map((webhook) => ({ write: webhooks.build(PutTransaction).item(toWebhookItem(webhook)) }));
  /** Every change of the webhooks changes the template too, so that its version speaks for them. */
  const removeAll = async (template: ApplicationTemplate): Promise<Step[]> =>
    (await webhooksOf(ownerOf(template))).map(({ owner, id }) => ({ write: webhooks.build(DeleteTransaction).key(keyOf(owner, id)) }));

  const find: ApplicationTemplateRepository['find'] = async (tenant, id) => {
    if (!isUuid(id)) return undefined;
    const found = await getByKey(templates, { tenant, id });
    return found && fromItem(found);
  };

  return {
    find,

    findMany: async (tenant, ids) => {
      const keys = ids.map((id) => ({ tenant, id }));
      return (await getManyByKey(templates, table, keys)).map(fromItem);
    },

    insert: async (template, initial) => {
      requireWithin(amountsOfLabels(template.labels), ownerOf(template), table.limits);
      await transact([
        insertStep(templates, toItem(template)),
        names.reserve(template.tenant, template.name, template.id),
        counts.add(template.tenant, template.id, 1),
        ...addAll(initial),
        counted.open(ownerOf(template), amountsOfWebhooks(initial)),
      ]);
    },

    findByName: async (tenant, name) => {
      const found = await getByKey(names.entity, { tenant, name });
      return found && find(tenant, found.ownerId);
    },

    replace: async (next, current, others) => {
      requireGrowthWithin(amountsOfLabels(next.labels), amountsOfLabels(current.labels), ownerOf(next), table.limits);
      await transact([
        replaceStep(templates, toItem(next), current.version),
        ...names.rename(next, current),
        ...(others ? [...(await removeAll(current)), ...addAll(others), counted.reset(ownerOf(next), amountsOfWebhooks(others))] : []),
      ]);
    },

    delete: async (template) =>
      transact([
        deleteStep(templates, template, template.version),
        names.release(template.tenant, template.name),
        counts.add(template.tenant, template.id, -1),
        ...(await removeAll(template)),
        counted.close(ownerOf(template)),
      ]),

    list: (tenant, page) =>
      listingPage(templates, table, { partition: applicationTemplateListing(tenant), fromItem, keyOf: ({ id }) => id }, page),

    count: counts.total,
  };
}
