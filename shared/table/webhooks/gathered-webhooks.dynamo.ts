import DataLoader from 'dataloader';
import { batchRead, maxBatchSize } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, ownerPartition } from '#shared/table/control-plane-table.ts';
import type { Item } from '#shared/table/read.dynamo.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';
import type { WebhookRepository } from '#shared/webhooks/webhook-repository.ts';
import { fromItem, webhookPrefix } from './webhook-entity.dynamo.ts';

type Find = WebhookRepository['find'];

/** Finds the webhooks that are looked for at the same time by one batch read. */
export function gatheredWebhooks(table: ControlPlaneTable): Pick<WebhookRepository, 'find'> {
  const loader = new DataLoader<Parameters<Find>, Webhook | undefined>(
    async (sought) => {
      const keys = sought.map(([owner, id]) => ({ pk: ownerPartition(owner.tenant, owner.kind, owner.id), sk: webhookPrefix + id }));
      // A batch read takes each key once.
      const distinct = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
      const found = new Map((await batchRead(table, distinct)).map((item) => [`${item.pk} ${item.sk}`, item]));
      return keys.map(({ pk, sk }) => webhookOf(found.get(`${pk} ${sk}`)));
    },
    { cache: false, maxBatchSize },
  );
  return { find: (owner, id) => loader.load([owner, id]) };
}

/** Takes what was checked when it was written, without the cost of the modelling library. */
function webhookOf(item: Item | undefined): Webhook | undefined {
  if (!item) return undefined;
  const { pk, sk, type, ...webhook } = item;
  return fromItem(webhook as Parameters<typeof fromItem>[0]);
}
