import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RuntimeView } from '#shared/application-events/send-events.ts';
import { itemAt } from '#shared/table/read.dynamo.ts';

const viewed = z.object({ name: z.string() });

/**
 * The view in the table of a Runtime, as its Agent writes it: an item per Application. Each name is read consistently, so that an Application which the Agent
 * has removed sends nothing from then on.
 */
export function dynamoRuntimeView(client: DynamoDBDocumentClient, tableName: string): RuntimeView {
  const table = { getName: () => tableName, getDocumentClient: () => client };
  return {
    nameOf: async (applicationId) => {
      const item = await itemAt(table, { pk: 'APPLICATIONS', sk: applicationId });
      return item && viewed.parse(item).name;
    },
  };
}
