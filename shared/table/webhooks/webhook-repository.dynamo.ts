import { Entity } from 'dynamodb-toolbox/entity';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $append, $set } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { notFound } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { getByKey, queryAllOf } from '#shared/table/read.dynamo.ts';
import { orConcurrentUpdate, type Step, transact } from '#shared/table/transact.ts';
import { configurationChanged, type Webhook, type WebhookOwnerKind } from '#shared/webhooks/webhook.ts';
import type { WebhookRepository } from '#shared/webhooks/webhook-repository.ts';
import { fromItem, keyOf, toItem, webhookEntity, webhookPrefix } from './webhook-entity.dynamo.ts';

export function dynamoWebhooks(table: ControlPlaneTable): WebhookRepository {
  const webhooks = webhookEntity(table);
  const heads = ownerSteps(table);

  const find: WebhookRepository['find'] = async (owner, id) => {
    const found = await getByKey(webhooks, keyOf(owner, id));
    return found && fromItem(found);
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
      const found = await findById(table, tenant, id, 'Webhook');
      return found && fromItem(webhooks.build(EntityFormatter).format(found));
    },

    listOf: async (owner) => {
      const partition = ownerPartition(owner.tenant, owner.kind, owner.id);
      return (await queryAllOf(webhooks, table, { partition, range: { beginsWith: webhookPrefix } })).map(fromItem);
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

/**
 * An Application or template names its configuration webhooks, so that a fan-out finds them without a query of its own. A template is changed
 * and deleted together with all of its webhooks: its next version tells that it has another one.
 */
function ownerSteps(table: ControlPlaneTable) {
  const heads = {
    application: headEntity(table, 'Application', 'application'),
    application_template: headEntity(table, 'ApplicationTemplate', 'application_template'),
    runtime: headEntity(table, 'Runtime', 'runtime'),
  };
  const exists = { attr: 'id', exists: true } as const;
  const isNamed = ({ owner, type }: Webhook): boolean => owner.kind !== 'runtime' && type === configurationChanged;

  return {
    add: (webhook: Webhook): Step => {
      const { owner, id, changedBy } = webhook;
      const { tenant, id: ownerId } = owner;
      const head = heads[owner.kind];
      const named = isNamed(webhook);
      return {
        write:
          named || owner.kind === 'application_template'
            ? head
                .build(UpdateTransaction)
                .item({ tenant, id: ownerId, ...(named && { configurationWebhookIds: $append([id]) }), version: $add(1), changedBy })
                .options({ condition: exists })
            : head.build(ConditionCheck).key(owner).condition(exists),
        refused: () => notFound(owner.kind, ownerId),
      };
    },

    remove: async (webhook: Webhook): Promise<Step[]> => {
      if (!isNamed(webhook)) return [];
      const { tenant, id } = webhook.owner;
      const head = heads[webhook.owner.kind];
      const found = await getByKey(head, webhook.owner);
      if (!found) return [];
      const remaining = (found.configurationWebhookIds ?? []).filter((one) => one !== webhook.id);
      return [
        {
          write: head
            .build(UpdateTransaction)
            .item({ tenant, id, configurationWebhookIds: $set(remaining), version: $add(1) })
            .options({ condition: { attr: 'version', eq: found.version } }),
        },
      ];
    },
  };
}

/** What webhooks need of the item of their owner. */
const headEntity = (table: ControlPlaneTable, name: 'Application' | 'ApplicationTemplate' | 'Runtime', kind: WebhookOwnerKind) =>
  new Entity({
    name,
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      configurationWebhookIds: list(string()).optional(),
      version: number(),
      changedBy: string(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: ownerPartition(tenant as TenantId, kind, id), sk: headKey }),
  });
