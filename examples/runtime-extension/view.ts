import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Application, applicationSchema } from './application.ts';

/** The table of the Runtime: `TableName` among the outputs of its stack. */
export interface View {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const headSchema = z.object({ id: z.string(), name: z.string(), content: z.string(), parts: z.number() });
const partSchema = z.object({ json: z.string() });

/** Readings of an Application whose contents change meanwhile. */
const maxReadings = 3;

/** Reads an Application by its name. Returns undefined if the Runtime does not see it. */
export async function applicationNamed(name: string, view: View): Promise<Application | undefined> {
  for (let reading = 0; reading < maxReadings; reading += 1) {
    const heads = headSchema.array().parse(await query(view, 'pk = :pk', { ':pk': 'APPLICATIONS' }));
    const head = heads.find((one) => one.name === name);
    if (!head) return undefined;
    const keys = { ':pk': `APPLICATION#${head.id}`, ':content': `${head.content}#` };
    const parts = partSchema.array().parse(await query(view, 'pk = :pk AND begins_with(sk, :content)', keys));
    // With fewer parts, a new content took their place after the head was read.
    if (parts.length === head.parts) return applicationSchema.parse(JSON.parse(parts.map(({ json }) => json).join('')));
  }
  throw new Error(`the contents of ${name} changed ${maxReadings} times while they were read`);
}

async function query({ client, tableName }: View, KeyConditionExpression: string, values: Record<string, string>): Promise<unknown[]> {
  const found: unknown[] = [];
  const input = { TableName: tableName, KeyConditionExpression, ExpressionAttributeValues: values, ConsistentRead: true };
  for await (const { Items = [] } of paginateQuery({ client }, input)) found.push(...Items);
  return found;
}
