import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { freePort } from '#local/engines/free-port.ts';
import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { tableShape } from '#shared/table/table-shape.ts';
import { recordItems } from './released-items/record-items.ts';

export interface Dynamo {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** A control-plane table that only this test file uses. */
  readonly table: ControlPlaneTable;
  readonly tableName: string;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB engine in memory, or uses the one at COMPASS_DYNAMODB_ENDPOINT, and creates a fresh control-plane table. The engine
 * writes the more slowly the more is in the stream: a table that is to hold very much does without.
 */
export async function startDynamo({ stream = true } = {}): Promise<Dynamo> {
  const given = process.env.COMPASS_DYNAMODB_ENDPOINT;
  const port = given ? 0 : await freePort();
  const engine = given ? undefined : spawn(enginePath(), ['serve', '--port', String(port)], { stdio: 'ignore' });
  const endpoint = given ?? `http://127.0.0.1:${port}`;
  await answering(endpoint);
  const { base, client } = engineClients(endpoint);
  const tableName = `compass-${randomUUID()}`;
  await createTable(base, tableName, stream);
  return {
    endpoint,
    client,
    table: controlPlaneTable(client, tableName),
    tableName,
    stop: async () => {
      const record = process.env.COMPASS_RECORD_ITEMS;
      if (record) await recordItems(client, tableName, record);
      base.destroy();
      if (engine) await end(engine);
    },
  };
}

/** Clients of an engine, with and without types of attributes. */
export function engineClients(endpoint: string) {
  const base = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  return { base, client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }) };
}

function enginePath(): string {
  const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`);
  return join(dirname(manifest), 'dynoxide');
}

async function answering(endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
      return;
    } catch {
      await pause(25);
    }
  }
  throw new Error(`the DynamoDB engine at ${endpoint} does not answer`);
}

/** Creates a table of the shape of the control-plane table. */
export async function createTable(client: DynamoDBClient, name: string, stream: boolean): Promise<void> {
  const { partitionKey, sortKey, indexes } = tableShape;
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  const attributes = [partitionKey, sortKey, ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(partitionKey, sortKey),
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName: name });
}

async function end(engine: ChildProcess): Promise<void> {
  if (engine.exitCode !== null) return;
  engine.kill();
  await once(engine, 'exit');
}
