import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $append, $remove, $set } from 'dynamodb-toolbox/entity/actions/update';
import { notFound } from '#shared/core/errors.ts';
import { applicationTemplateEntity } from '#shared/table/application-templates/application-template-entity.dynamo.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '#shared/table/control-plane-table.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { difference } from '#shared/table/quota-counts-entity.dynamo.ts';
import { formatOf, getByKey, isThere, queryAllOf } from '#shared/table/read.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { deleteStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { updateAndRead, updateWhere } from '#shared/table/write.dynamo.ts';
import { amountsOfWebhooks, configurationChanged, type Webhook, type WebhookOwner } from '#shared/webhooks/webhook.ts';
import type { WebhookRepository } from '#shared/webhooks/webhook-repository.ts';
import { fromItem, keyOf, toItem, webhookEntity, webhookPrefix } from './webhook-entity.dynamo.ts';

export function dynamoWebhooks(table: ControlPlaneTable): WebhookRepository {
  const webhooks = webhookEntity(table);
  const owners = ownerSteps(table);
  const counts = exactCounts(table);

  const listByOwner: WebhookRepository['listByOwner'] = async (owner) => {
    const partition = ownerPartition(owner.tenant, owner.kind, owner.id);
    return (await queryAllOf(webhooks, table, { partition, range: { beginsWith: webhookPrefix } })).map(fromItem);
  };

  const record = ({ owner }: Webhook, before: readonly Webhook[], after: readonly Webhook[], steps: readonly Step[]): Promise<void> =>
    counts.record(owner, difference(amountsOfWebhooks(after), amountsOfWebhooks(before)), {
      write: (counted) => transact([...steps, counted]),
      recount: async () => {
        const [exists, all] = await Promise.all([owners.isThere(owner), listByOwner(owner)]);
        if (!exists) throw notFound(owner.kind, owner.id);
        return amountsOfWebhooks(all);
      },
    });

  const find: WebhookRepository['find'] = async (owner, id) => {
    const found = await getByKey(webhooks, keyOf(owner, id));
    return found && fromItem(found);
  };

  return {
    find,

    insert: (webhook) =>
      record(
        webhook,
        [],
        [webhook],
        [
          owners.add(webhook),
          {
            write: webhooks
              .build(PutTransaction)
              .item(toItem(webhook))
              .options({ condition: { attr: 'createdAt', exists: false } }),
          },
        ],
      ),

    findById: async (tenant, id) => {
      const found = await findById(table, tenant, id, 'Webhook');
      return found && fromItem(formatOf(webhooks)(found));
    },

    listByOwner,

    replace: async (next, current) => {
      const listing = next.type === current.type ? [] : await owners.relist(next, current);
      await record(next, [current], [next], [...listing, replaceStep(webhooks, toItem(next), current.version)]);
    },

    delete: async (webhook) => {
      // The item found by id may be older than the stored one.
      const [current, removal] = await Promise.all([find(webhook.owner, webhook.id), owners.remove(webhook)]);
      if (!current) throw notFound('webhook', webhook.id);
      const deletion: Step = deleteStep(webhooks, keyOf(webhook.owner, webhook.id), current.version);
      await record(webhook, [current], [], [...removal, deletion]);
    },

    noteFailing: async ({ owner, id, url }, now) => {
      const since = { ...keyOf(owner, id), failingSince: now.toISOString() };
      await updateWhere(webhooks, since, { and: [{ attr: 'failingSince', exists: false }, hasUrl(url)] });
    },

    noteSuccess: async ({ owner, id, url }) => {
      await updateWhere(webhooks, { ...keyOf(owner, id), failingSince: $remove() }, hasUrl(url));
    },

    noteTest: async ({ owner, id }, before, now) => {
      const noneSince = {
        or: [
          { attr: 'testedAt', exists: false },
          { attr: 'testedAt', lte: before.toISOString() },
        ],
      } satisfies Condition<typeof webhooks>;
      const testedAt = now.toISOString();
      const condition = { and: [{ attr: 'createdAt', exists: true }, noneSince] } satisfies Condition<typeof webhooks>;
      const outcome = await updateAndRead(webhooks, { ...keyOf(owner, id), testedAt }, condition, (found) => found.testedAt === testedAt);
      return outcome.isWritten;
    },

    disable: async ({ owner, id, url }, reason, now) => {
      const disabled = $set({ at: now.toISOString(), reason });
      const change = { ...keyOf(owner, id), disabled, version: $add(1), changedBy: 'function/webhook-dispatcher' };
      await updateWhere(webhooks, change, { and: [{ attr: 'disabled', exists: false }, hasUrl(url)] });
    },
  };
}

const hasUrl = (url: string | undefined) => ({ attr: 'url', eq: url ?? '' }) as const;

/**
 * Updates the list of configuration webhooks in an Application or template, so that a fan-out needs no query. A template is changed and deleted
 * together with all of its webhooks: its version changes with each of them.
 */
function ownerSteps(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const templates = applicationTemplateEntity(table);
  const runtimes = runtimeEntity(table);
  const exists = { attr: 'id', exists: true } as const;
  const isNamed = ({ owner, type }: Webhook): boolean => owner.kind !== 'runtime' && type === configurationChanged;

  const addTo = (webhook: Webhook): Step['write'] => {
    const { owner, id, changedBy } = webhook;
    const named = isNamed(webhook) ? { configurationWebhookIds: $append([id]) } : {};
    const change = { tenant: owner.tenant, id: owner.id, ...named, version: $add(1), changedBy };
    if (owner.kind === 'runtime') return runtimes.build(ConditionCheck).key(owner).condition(exists);
    if (owner.kind === 'application_template') return templates.build(UpdateTransaction).item(change).options({ condition: exists });
    return isNamed(webhook)
      ? applications.build(UpdateTransaction).item(change).options({ condition: exists })
      : applications.build(ConditionCheck).key(owner).condition(exists);
  };

  const add = (webhook: Webhook): Step => ({
    write: addTo(webhook),
    refused: () => notFound(webhook.owner.kind, webhook.owner.id),
  });

  const remove = async (webhook: Webhook): Promise<Step[]> => {
    if (!isNamed(webhook)) return [];
    const { tenant, id, kind } = webhook.owner;
    const isTemplate = kind === 'application_template';
    const found = isTemplate ? await getByKey(templates, { tenant, id }) : await getByKey(applications, { tenant, id });
    if (!found) return [];
    const remaining = found.configurationWebhookIds.filter((one) => one !== webhook.id);
    const change = { tenant, id, configurationWebhookIds: $set(remaining), version: $add(1) };
    const options = { condition: { attr: 'version', eq: found.version } } as const;
    return [
      {
        write: isTemplate
          ? templates.build(UpdateTransaction).item(change).options(options)
          : applications.build(UpdateTransaction).item(change).options(options),
      },
    ];
  };

  return {
    isThere: ({ tenant, kind, id }: WebhookOwner): Promise<boolean> =>
      isThere(table, { pk: ownerPartition(tenant, kind, id), sk: headKey }),

    add,
    remove,

    /** Lists a webhook whose type changed, or takes it off the list. */
    relist: async (next: Webhook, current: Webhook): Promise<Step[]> => (isNamed(next) ? [add(next)] : remove(current)),
  };
}
