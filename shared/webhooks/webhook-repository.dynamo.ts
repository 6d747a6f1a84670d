import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $append, $set } from 'dynamodb-toolbox/entity/actions/update';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { applicationEntity } from '../applications/application-entity.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '../aws/control-plane-table.ts';
import { findById } from '../aws/find-by-id.dynamo.ts';
import { orConcurrentUpdate, type Step, transact } from '../aws/transact.ts';
import { notFound } from '../core/errors.ts';
import { runtimeEntity } from '../runtimes/runtime-entity.dynamo.ts';
import { configurationChanged, type Webhook } from './webhook.ts';
import { fromItem, keyOf, toItem, webhookEntity } from './webhook-entity.dynamo.ts';
import type { WebhookRepository } from './webhook-repository.ts';

export function dynamoWebhooks(table: ControlPlaneTable): WebhookRepository {
  const webhooks = webhookEntity(table);
  const heads = ownerSteps(table);

  const find: WebhookRepository['find'] = async (owner, id) => {
    const { Item } = await webhooks.build(GetItemCommand).key(keyOf(owner, id)).options({ consistent: true }).send();
    return Item && fromItem(Item);
  };

  return {
    find,

    insert: (webhook) =>
      transact([
        heads.add(webhook),
        {
          write: webhooks
            .build(PutTransaction)
            .item(toItem(webhook))
            .options({ condition: { attr: 'createdAt', exists: false } }),
        },
      ]),

    findById: async (tenant, id) => {
      const item = await findById(table, tenant, id, 'Webhook');
      return item && fromItem(webhooks.build(EntityFormatter).format(item));
    },

    listOf: async (owner) => {
      const { Items = [] } = await table
        .build(QueryCommand)
        .entities(webhooks)
        .query({ partition: ownerPartition(owner.tenant, owner.kind, owner.id), range: { beginsWith: 'WEBHOOK#' } })
        .options({ consistent: true, entityAttrFilter: false })
        .send();
      return Items.map(fromItem);
    },

    replace: async (next, expectedVersion) => {
      await orConcurrentUpdate(() =>
        webhooks
          .build(PutItemCommand)
          .item(toItem(next))
          .options({ condition: { attr: 'version', eq: expectedVersion } })
          .send(),
      );
    },

    delete: async (webhook) => {
      const removal = await heads.remove(webhook);
      await transact([
        ...removal,
        {
          write: webhooks
            .build(DeleteTransaction)
            .key(keyOf(webhook.owner, webhook.id))
            .options({ condition: { attr: 'createdAt', exists: true } }),
          refused: () => notFound('webhook', webhook.id),
        },
      ]);
    },
  };
}

/** The Application names its configuration webhooks, so that a fan-out finds them without a query of its own. */
function ownerSteps(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const runtimes = runtimeEntity(table);
  const exists = { attr: 'id', exists: true } as const;

  const check = ({ owner }: Webhook): Step => ({
    write:
      owner.kind === 'application'
        ? applications.build(ConditionCheck).key(owner).condition(exists)
        : runtimes.build(ConditionCheck).key(owner).condition(exists),
    refused: () => notFound(owner.kind, owner.id),
  });

  const isNamed = ({ owner, type }: Webhook): boolean => owner.kind === 'application' && type === configurationChanged;

  return {
    add: (webhook: Webhook): Step =>
      isNamed(webhook)
        ? {
            write: applications
              .build(UpdateTransaction)
              .item({
                tenant: webhook.owner.tenant,
                id: webhook.owner.id,
                configurationWebhookIds: $append([webhook.id]),
                version: $add(1),
                changedBy: webhook.changedBy,
              })
              .options({ condition: exists }),
            refused: () => notFound('application', webhook.owner.id),
          }
        : check(webhook),

    remove: async (webhook: Webhook): Promise<Step[]> => {
      if (!isNamed(webhook)) return [];
      const { Item } = await applications.build(GetItemCommand).key(webhook.owner).options({ consistent: true }).send();
      if (!Item) return [];
      const remaining = Item.configurationWebhookIds.filter((id) => id !== webhook.id);
      return [
        {
          write: applications
            .build(UpdateTransaction)
            .item({ tenant: webhook.owner.tenant, id: webhook.owner.id, configurationWebhookIds: $set(remaining), version: $add(1) })
            .options({ condition: { attr: 'version', eq: Item.version } }),
        },
      ];
    },
  };
}
