import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '#local/start-local.ts';
import { startDynamo } from '../engines.ts';
import { countingProxy, type Usage } from './counting-proxy.ts';
import { oauthBudgetRows } from './oauth-operations.ts';
import { type BudgetRow, budgetRows } from './operations.ts';
import { pollBudgetRows } from './poll-operations.ts';

export interface Measured {
  readonly row: BudgetRow;
  readonly usage: Usage;
}

/** Runs every operation of the budget once, warm, on a system that does nothing else. One system per process. */
export async function measureBudget(onRow: (measured: Measured) => void): Promise<void> {
  const dynamo = await startDynamo();
  const proxy = await countingProxy(dynamo.endpoint);
  const dataDir = await mkdtemp(join(tmpdir(), 'compass-budget-'));
  process.env.COMPASS_DYNAMODB_ENDPOINT = proxy.endpoint;
  process.env.LOG_LEVEL ??= 'SILENT';
  const system = await startLocal({ port: 0, mtlsPort: 0, dataDir, background: false });
  try {
    const rows = [...budgetRows(system.description), ...oauthBudgetRows(system.description), ...pollBudgetRows(system.description)];
    // Truststore, keys and documents are read once per process: the first run of each operation is not counted.
    for (const row of rows) {
      if (row.roundTrips < 4) await (await row.prepare())();
      const run = await row.prepare();
      onRow({ row, usage: await proxy.measure(run) });
    }
  } finally {
    await system.stop();
    proxy.stop();
    await dynamo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
