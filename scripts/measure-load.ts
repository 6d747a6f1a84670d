/**
 * Prints what loading each way of modelling the table costs a cold start: bundles as the functions are bundled, loaded in fresh
 * processes, taken in turns. `node scripts/measure-load.ts`. A library that is not installed is left out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { build } from 'esbuild';
import { bundleOptions } from '#infra/constructs/function-code.ts';
import { median } from './bench/median.ts';

const documentClient = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
  export const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  export const commands = [BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand];`;

/** Each library with one entity, so that what it does on definition counts too. */
const candidates: Readonly<Record<string, { readonly needs: string; readonly source: string }>> = {
  'document client': { needs: '@aws-sdk/lib-dynamodb', source: documentClient },
  'document client + dynamodb-toolbox': {
    needs: 'dynamodb-toolbox/table',
    source: `${documentClient}
      import { systemAuthEntity } from './shared/table/pairing/system-auth-entity.dynamo.ts';
      import { controlPlaneTable } from './shared/table/control-plane-table.ts';
      import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
      import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
      import { UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
      import { execute } from 'dynamodb-toolbox/entity/actions/transactWrite';
      import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
      import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
      import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
      import { BatchGetCommand as BatchGet } from 'dynamodb-toolbox/table/actions/batchGet';
      import { QueryCommand as Query } from 'dynamodb-toolbox/table/actions/query';
      export const entity = systemAuthEntity(controlPlaneTable(client, 'table'));
      export const actions = [GetItemCommand, PutItemCommand, UpdateItemCommand, execute, PutTransaction, UpdateTransaction, ConditionCheck, BatchGet, Query];`,
  },
  'document client + electrodb': {
    needs: 'electrodb',
    source: `${documentClient}
      import { Entity } from 'electrodb';
      export const entity = new Entity({
        model: { entity: 'SystemAuth', version: '1', service: 'compass' },
        attributes: { tenant: { type: 'string' }, id: { type: 'string' }, version: { type: 'number' }, revoked: { type: 'any' } },
        indexes: { head: { pk: { field: 'pk', composite: ['tenant'] }, sk: { field: 'sk', composite: ['id'] } } },
      }, { client, table: 'table' });`,
  },
};

const installed = (name: string): boolean => {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
};

async function bundle(folder: string, name: string, contents: string): Promise<{ name: string; file: string; kilobytes: number }> {
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.cjs`);
  await build({
    ...bundleOptions,
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    outfile: file,
    format: 'cjs',
  });
  return { name, file, kilobytes: Math.round((await stat(file)).size / 1024) };
}

const timer = 'const t = performance.now(); require(process.argv[2]); process.stdout.write(String(performance.now() - t));';

const { runs } = new Command('node scripts/measure-load.ts')
  .description('Prints how long libraries of the cold-start path take to load.')
  .option('--runs <number>', 'fresh processes per bundle', Number, 21)
  .allowExcessArguments(false)
  .parse()
  .opts<{ runs: number }>();
const folder = await mkdtemp(join(tmpdir(), 'compass-load-'));
try {
  const timerFile = join(folder, 'timer.cjs');
  await writeFile(timerFile, timer);
  const present = Object.entries(candidates).filter(([, { needs }]) => installed(needs));
  const bundles = await Promise.all(present.map(([name, { source }]) => bundle(folder, name, source)));
  const times = new Map(bundles.map(({ name }) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (const { name, file } of bundles) times.get(name)?.push(Number(execFileSync(process.execPath, [timerFile, file])));
  }
  const base = median(times.get('document client') ?? []);
  console.log(`| Bundle | KB | Load, median of ${runs} | Ratio |\n|---|---|---|---|`);
  for (const { name, kilobytes } of bundles) {
    const time = median(times.get(name) ?? []);
    console.log(`| ${name} | ${kilobytes} | ${time.toFixed(0)} ms | ${(time / base).toFixed(2)} |`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
