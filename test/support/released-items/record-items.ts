import { appendFile } from 'node:fs/promises';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/** Appends every item of a table that has a type to a file, one JSON document per line. */
export async function recordItems(client: DynamoDBDocumentClient, tableName: string, file: string): Promise<void> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) {
    const lines = Items.filter(({ type }) => type !== undefined).map((item) => `${JSON.stringify(item)}\n`);
    await appendFile(file, lines.join(''));
  }
}
