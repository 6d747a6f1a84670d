import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoEngine, startDynamoEngine, tableFile } from '#local/engines/dynoxide.ts';
import { expiredItems, indexExpiry, indexStreams } from '#local/engines/engine-file.ts';
import { createTableIfAbsent } from '#local/engines/local-table.ts';
import { deleteExpired, type Expiring } from '#local/engines/time-to-live-sweep.ts';

const table = 'control-plane';
const keys = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];
const properties = {
  KeySchema: keys,
  AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

let folder: string;
let engine: DynamoEngine;
let client: DynamoDBClient;
const put = (pk: string, expiresAt?: string) =>
  client.send(
    new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, sk: { S: 'HEAD' }, ...(expiresAt && { expiresAt: { N: expiresAt } }) } }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-engine-file-'));
  engine = await startDynamoEngine(folder, undefined);
  client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  await createTableIfAbsent(client, { name: table, properties });
  for (const _ of ['first start', 'second start']) {
    indexStreams(folder);
    indexExpiry(folder, table, 'expiresAt');
  }
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  await rm(folder, { recursive: true });
});

const plan = (query: string): string => {
  const file = new DatabaseSync(tableFile(folder), { readOnly: true });
  const steps = file.prepare(`EXPLAIN QUERY PLAN ${query}`).all();
  file.close();
  return steps.map(({ detail }) => detail).join('; ');
};

// The queries as they stand in the engine.
it.each([
  [
    'the last record of a stream',
    "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'x'",
  ],
  [
    'the records after another one',
    "SELECT keys_json FROM _stream_records WHERE table_name = 'x' AND shard_id = 'y' AND CAST(sequence_number AS INTEGER) > 7 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 9",
  ],
])('the engine finds %s by an index', (_, query) => {
  expect(plan(query)).toMatch(/^SEARCH _stream_records USING (COVERING )?INDEX compass_\w+ /);
});

it('the sweep deletes what has expired, and nothing else', async () => {
  await put('expired long ago', '9');
  await put('expired', '2999');
  await put('alive', '3001');
  await put('without an end');
  const expired = (...of: Expiring) => expiredItems(folder, ...of);
  await deleteExpired({ client, tableName: table, attribute: 'expiresAt', clock: () => new Date(3000 * 1000), expired });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  expect(Items.map(({ pk }) => pk?.S).sort()).toEqual(['alive', 'without an end']);
});

it('the sweep finds items by an index', () => {
  const expiry = "CAST(json_extract(item_json, '$.expiresAt.N') AS INTEGER)";
  expect(plan(`SELECT item_json FROM "${table}" WHERE ${expiry} IS NOT NULL AND ${expiry} < 7 ORDER BY ${expiry}`)).toMatch(
    /^SEARCH control-plane USING INDEX compass_expiry_control-plane /,
  );
});
