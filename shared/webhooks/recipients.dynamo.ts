import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { type ControlPlaneTable, headKey, ownerPartition } from '../aws/control-plane-table.ts';
import { untilAccepted } from '../aws/until-accepted.ts';
import { AppError } from '../core/errors.ts';
import type { Recipient, Recipients } from './recipient.ts';

type Key = Record<string, unknown>;

const image = z.object({
  id: z.string(),
  formations: z.record(z.string(), z.string()),
  configurationWebhookIds: z.array(z.string()),
});

export function dynamoRecipients(table: ControlPlaneTable, firstDelay?: number): Recipients {
  const client = table.getDocumentClient();
  const name = table.getName();

  const read = async (keys: readonly Key[], into: Recipient[]): Promise<readonly Key[]> => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({
        RequestItems: {
          [name]: { Keys: [...keys], ProjectionExpression: 'id, formations, configurationWebhookIds', ConsistentRead: true },
        },
      }),
    );
    into.push(...(Responses?.[name] ?? []).map(fromItem));
    return UnprocessedKeys?.[name]?.Keys ?? [];
  };

  return {
    findMany: async (tenant, applicationIds) => {
      if (applicationIds.length === 0) return [];
      const found: Recipient[] = [];
      const keys = applicationIds.map((id) => ({ pk: ownerPartition(tenant, 'application', id), sk: headKey }));
      const refusal = await untilAccepted(keys, (pending: readonly Key[]) => read(pending, found), firstDelay);
      if (refusal) throw new AppError('InternalError', 'not every Application could be read', { cause: refusal.cause });
      return found;
    },
  };
}

function fromItem(item: unknown): Recipient {
  const { id, formations, configurationWebhookIds } = image.parse(item);
  return { applicationId: id, formations, webhookIds: configurationWebhookIds };
}
