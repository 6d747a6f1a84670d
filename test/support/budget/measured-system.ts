import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { startLocal } from '#local/start-local.ts';
import { changeOf } from '#shared/table/changes/change-of-record.ts';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { quietTypes } from '#shared/table/changes/item-readers.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { type Dynamo, startDynamo } from '../engines.ts';
import { streamReader } from '../table-stream.ts';
import { startWebhookEndpoint } from '../webhook-endpoint.ts';
import { countingProxy, type Usage } from './counting-proxy.ts';
import { oauthBudgetRows } from './oauth-operations.ts';
import { makeContactsOld } from './old-contacts.ts';
import { type BudgetRow, budgetRows } from './operations.ts';
import { pollBudgetRows } from './poll-operations.ts';
import { webhookBudgetRows } from './webhook-operations.ts';

export interface Measured {
  readonly row: BudgetRow;
  readonly usage: Usage;
  readonly relay: Relayed;
}

interface Relayed {
  /** Changes of items that invoke the relay. */
  readonly changes: number;
  /** Events that it publishes. */
  readonly events: number;
}

/** Runs every operation of the budget once, warm, on a system that does nothing else. One system per process. */
export async function measureBudget(onRow: (measured: Measured) => void): Promise<void> {
  const dynamo = await startDynamo();
  const proxy = await countingProxy(dynamo.endpoint);
  const dataDir = await mkdtemp(join(tmpdir(), 'compass-budget-'));
  process.env.COMPASS_DYNAMODB_ENDPOINT = proxy.endpoint;
  process.env.LOG_LEVEL ??= 'SILENT';
  const endpoint = await startWebhookEndpoint();
  const system = await startLocal({ port: 0, mtlsPort: 0, dataDir, background: false });
  try {
    const used = await tableOf(dynamo);
    const rows = [
      ...budgetRows(system.description),
      ...oauthBudgetRows(system.description),
      ...webhookBudgetRows(system.description, { table: used.table, endpoint: endpoint.url }),
      ...pollBudgetRows(system.description, (age) => makeContactsOld(used.table, age)),
    ];
    // Truststore, keys and documents are read once per process: the first run of each operation is not counted.
    for (const row of rows) {
      if (row.roundTrips < 4) await (await row.prepare())();
      const run = await row.prepare();
      const readStream = await streamReader(used);
      const usage = await proxy.measure(run);
      onRow({ row, usage, relay: relayedOf(await readStream()) });
    }
  } finally {
    await system.stop();
    await endpoint.stop();
    proxy.stop();
    await dynamo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The table that the system made for itself. */
async function tableOf({ client, endpoint }: Dynamo): Promise<Pick<Dynamo, 'endpoint' | 'table' | 'tableName'>> {
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  const tableName = TableNames.find((name) => name.endsWith('-control-plane')) ?? '';
  return { endpoint, tableName, table: controlPlaneTable(client, tableName) };
}

function relayedOf(records: readonly DynamoDBRecord[]): Relayed {
  const changes = records.map(changeOf).filter(({ before, after }) => !quietTypes.includes(String((after ?? before)?.type)));
  return { changes: changes.length, events: changes.flatMap(eventsOf).length };
}
