import DataLoader from 'dataloader';
import { batchRead, maxBatchSize } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import { formatOf } from '#shared/table/read.dynamo.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';
import type { WebhookRepository } from '#shared/webhooks/webhook-repository.ts';
import { fromItem, webhookEntity, webhookPrefix } from './webhook-entity.dynamo.ts';

type Find = WebhookRepository['find'];

/** Finds the webhooks that are looked for at the same time by one batch read. */
export function gatheredWebhooks(table: ControlPlaneTable): Pick<WebhookRepository, 'find'> {
  const format = formatOf(webhookEntity(table));
  const loader = new DataLoader<Parameters<Find>, Webhook | undefined>(
    async (sought) => {
      const keys = sought.map(([owner, id]) => ({ pk: ownerPartition(owner.tenant, owner.kind, owner.id), sk: webhookPrefix + id }));
      // A batch read takes each key once.
      const distinct = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
      const found = new Map((await batchRead(table, distinct)).map((item) => [`${item.pk} ${item.sk}`, fromItem(format(item))]));
      return keys.map(({ pk, sk }) => found.get(`${pk} ${sk}`));
    },
    { cache: false, maxBatchSize },
  );
  return { find: (owner, id) => loader.load([owner, id]) };
}
