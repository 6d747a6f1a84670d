/**
 * Measures the system of one machine: `npm run bench:local -- --against <commit>`. How long it takes until it is ready, what it uses with nothing to do,
 * how long the demo takes, and whether a registration costs more with many Applications. Both trees take turns, and the least of each counts. Fails
 * where a figure is above its bound. Linux only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { otherTree } from './against/other-tree.ts';
import { type SystemOfTree, systemOfTree } from './local/system-of-tree.ts';

const parts = ['start', 'idle', 'demo', 'writes'];

const { against, runs, only, registrations, seconds } = new Command('npm run bench:local --')
  .description('Measures start, idling, the demo and writes of the system of one machine.')
  .option('--against <commit>', 'the commit to compare start and demo with, or a folder with its tree and dependencies')
  .option('--runs <count>', 'rounds of start and demo for each tree', Number, 3)
  .option('--only <names>', `these parts only, separated by commas: ${parts.join(', ')}`, (names: string) => names.split(','), parts)
  .option('--registrations <count>', 'Applications to register', Number, 10_000)
  .option('--seconds <count>', 'seconds of idling', Number, 60)
  .parse()
  .opts<{ against?: string; runs: number; only: string[]; registrations: number; seconds: number }>();

const here = process.cwd();
const other = against === undefined ? undefined : await otherTree(against);
try {
  console.log('| Part | Here | There | Ratio or figure | Bound |\n|---|---|---|---|---|');
  if (only.includes('start')) await compare('start until ready, CPU ms', 0.5, start);
  if (only.includes('idle')) report('idle, % of a core', [await idle()], 1);
  if (only.includes('demo')) await compare('demo, ms', 0.6, demo);
  if (only.includes('writes')) await writes();
} finally {
  await other?.remove();
}
process.exit();

async function compare(part: string, bound: number, measure: (root: string) => Promise<number>): Promise<void> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  // The first start of a tree synthesizes its templates.
  for (const root of [here, other?.root]) if (root !== undefined) await measure(root);
  for (let run = 0; run < runs; run++) {
    mine.push(await measure(here));
    if (other) theirs.push(await measure(other.root));
  }
  report(part, [Math.min(...mine), ...(other ? [Math.min(...theirs)] : [])], other && bound);
}

/** Prints a row: of one figure, itself; of two, their ratio. Without a bound, it cannot fail. */
function report(part: string, [mine = 0, theirs]: readonly number[], bound = Number.POSITIVE_INFINITY): void {
  const figure = theirs === undefined ? mine : mine / theirs;
  console.log(
    `| ${part} | ${mine.toFixed(1)} | ${theirs?.toFixed(1) ?? ''} | ${figure.toFixed(2)} | ${Number.isFinite(bound) ? bound : ''} |`,
  );
  if (figure > bound) process.exitCode = 1;
}

async function start(root: string): Promise<number> {
  const system = await systemOfTree(root);
  await system.stop();
  return system.cpuUntilReady;
}

async function idle(): Promise<number> {
  const system = await systemOfTree(here);
  try {
    // What follows a start ends.
    await pause(10_000);
    const [cpu, time] = [system.cpu(), performance.now()];
    await pause(seconds * 1000);
    return (100 * (system.cpu() - cpu)) / (performance.now() - time);
  } finally {
    await system.stop();
  }
}

async function demo(root: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', './scripts/check-node.mjs', 'scripts/demo.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the demo of ${root} ended with code ${code}`);
  return performance.now() - began;
}

/** The least of some blocks at the beginning and at the end count: the first block is slower because nothing is compiled yet. */
async function writes(): Promise<void> {
  const system = await systemOfTree(here);
  try {
    const blocks = 50;
    const cost: number[] = [];
    for (let block = 0; block < blocks; block++) {
      const before = system.cpu();
      await register(system, registrations / blocks);
      cost.push(((system.cpu() - before) * blocks) / registrations);
    }
    const [first, last] = [Math.min(...cost.slice(1, 6)), Math.min(...cost.slice(-5))];
    report(`registration 1 and ${registrations}, CPU ms`, [last, first], 1.2);
  } finally {
    await system.stop();
  }
}

async function register({ description }: SystemOfTree, count: number): Promise<void> {
  const [tenant = ''] = description.tenants;
  const headers = { 'content-type': 'application/json', tenant, authorization: `Bearer ${description.adminTokens[tenant]}` };
  for (let left = count; left > 0; left--) {
    const query = `mutation { registerApplication(in: { name: "app-${crypto.randomUUID()}" }) { id } }`;
    const answer = await fetch(description.directorUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { errors } = (await answer.json()) as { errors?: unknown };
    if (errors) throw new Error(`a registration was refused: ${JSON.stringify(errors)}`);
  }
}
