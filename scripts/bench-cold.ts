/**
 * Measures what a cold start costs: `npm run bench:cold -- --against <commit>`. The deployed bundle of each function is loaded in a fresh process,
 * which then answers one request; AWS is an empty stand-in on the loopback interface. Trees take turns, and the minimum of each counts, so that other
 * load on the machine is left out. Fails where a ratio is above its bound.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { otherTree } from './against/other-tree.ts';
import { type DeployedFunction, deployedFunctions } from './cold/deployed-functions.ts';
import { firstEvent } from './cold/first-events.ts';
import { localServices } from './cold/local-services.ts';

/** Highest ratios of the time to load. */
const bounds: Readonly<Record<string, number>> = { director: 0.45, connector: 0.45 };
const usualBound = 0.6;

const { against, runs, only } = new Command('npm run bench:cold --')
  .description('Measures how long each function takes to load, and to load and answer one request.')
  .option('--against <commit>', 'the commit to compare with, or a folder with its tree and dependencies')
  .option('--runs <count>', 'processes for each function and tree', Number, 10)
  .option('--only <names>', 'these functions only, by names separated by commas', (names: string) => names.split(','))
  .parse()
  .opts<{ against?: string; runs: number; only?: string[] }>();

interface Times {
  readonly load: number[];
  readonly first: number[];
  failure?: string;
}

const services = await localServices();
const folder = await mkdtemp(join(tmpdir(), 'compass-cold-'));
const other = against === undefined ? undefined : await otherTree(against);
try {
  console.error('synthesizing');
  const here = deployedFunctions(process.cwd(), join(folder, 'here')).filter(({ name }) => only?.includes(name) ?? true);
  const there = new Map((other ? deployedFunctions(other.root, join(folder, 'there')) : []).map((one) => [one.name, one]));
  const head = '| Function | KB | Load, ms | Load and answer, ms |';
  console.log(other ? `${head} KB before | Load before | Both before | Ratio of load | Ratio of both |` : head);
  console.log(`|${'---|'.repeat(other ? 9 : 4)}`);
  for (const own of here) await report(own, there.get(own.name));
} finally {
  await services.stop();
  await other?.remove();
  await rm(folder, { recursive: true, force: true });
}

async function report(own: DeployedFunction, before: DeployedFunction | undefined): Promise<void> {
  const [mine, old] = [emptyTimes(), emptyTimes()];
  for (let run = 0; run < runs; run++) {
    await start(own, mine);
    if (before) await start(before, old);
  }
  const row = [own.name, own.kilobytes, ...inMilliseconds(mine)];
  if (before) {
    const ratio = least(mine.load) / least(old.load);
    row.push(before.kilobytes, ...inMilliseconds(old), ratio.toFixed(2), (least(mine.first) / least(old.first)).toFixed(2));
    if (ratio > (bounds[own.name] ?? usualBound)) process.exitCode = 1;
  }
  console.log(`| ${row.join(' | ')} |`);
  for (const failure of [mine.failure, old.failure]) if (failure !== undefined) console.error(`${own.name}: ${failure}`);
}

/** The child answers in its last line; what it logs comes before. */
async function start({ name, file, handler, variables }: DeployedFunction, times: Times): Promise<void> {
  const { endpoint, issuer, audience } = services;
  const environment = {
    ...variables,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    PATH: process.env.PATH,
  };
  const script = join(import.meta.dirname, 'cold/start-function.cjs');
  const event = JSON.stringify(firstEvent(name, services));
  const { stdout: output } = await promisify(execFile)(process.execPath, [script, file, handler, event], { env: environment });
  const { load, first, statusCode, error } = JSON.parse(output.slice(output.lastIndexOf('\n')));
  times.load.push(load);
  times.first.push(first);
  if (error !== undefined || statusCode >= 500) times.failure = error ?? `status ${statusCode}: ${output.slice(0, 500)}`;
}

function emptyTimes(): Times {
  return { load: [], first: [] };
}

function least(values: readonly number[]): number {
  return Math.min(...values);
}

function inMilliseconds({ load, first }: Times): number[] {
  return [Math.round(least(load)), Math.round(least(first))];
}
