import { z } from 'zod';
import { batchRead } from '../aws/batch-read.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '../aws/control-plane-table.ts';
import type { Recipient, Recipients } from './recipient.ts';

const image = z.object({
  id: z.string(),
  formations: z.record(z.string(), z.string()),
  configurationWebhookIds: z.array(z.string()),
});

export function dynamoRecipients(table: ControlPlaneTable, firstDelay?: number): Recipients {
  return {
    findMany: async (tenant, applicationIds) => {
      const keys = applicationIds.map((id) => ({ pk: ownerPartition(tenant, 'application', id), sk: headKey }));
      const items = await batchRead(table, keys, { attributes: 'id, formations, configurationWebhookIds', firstDelay });
      return items.map(fromItem);
    },
  };
}

function fromItem(item: unknown): Recipient {
  const { id, formations, configurationWebhookIds } = image.parse(item);
  return { applicationId: id, formations, webhookIds: configurationWebhookIds };
}
