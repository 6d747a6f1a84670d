/**
 * Compares what requests cost with another tree: `npm run bench:throughput -- --against <commit>`. Both trees have a system on this machine with the
 * same content, and take turns. Each operation is called in a process that has the functions alone, as on Lambda, and over HTTP, as at `npm start`
 * without background work; there the CPU of all processes counts, the engine of the table included. The round with the least CPU counts, because other
 * work of the machine is in the others. Fails where a ratio is above its bound. Linux only.
 */
import { Command } from 'commander';
import { otherTree } from './against/other-tree.ts';
import { quantile } from './bench/median.ts';
import { type Operation, operations } from './throughput/operations.ts';
import { type Cost, type Mode, type TreeUnderTest, treeUnderTest } from './throughput/tree-under-test.ts';

interface Options {
  readonly against?: string;
  readonly rounds: number;
  readonly applications: number;
  readonly only?: string;
  readonly mode?: string;
  readonly times: number;
  readonly profile?: string;
}

const options = new Command('npm run bench:throughput --')
  .description('Measures the CPU of six operations and a pairing, and compares it with that of another commit.')
  .option('--against <commit>', 'the commit to compare with, or a folder with its tree and dependencies')
  .option('--rounds <count>', 'rounds of each tree', Number, 5)
  .option('--applications <count>', 'Applications of the tenant; 100 of them are in the formation of the Runtime', Number, 1000)
  .option('--only <text>', 'only operations whose name contains the text')
  .option('--mode <mode>', '"in process" or "over HTTP". Default: both')
  .option('--times <factor>', 'how many times the usual number of requests a round has', Number, 1)
  .option('--profile <folder>', 'write a CPU profile of the functions of this tree')
  .parse()
  .opts<Options>();

const modes = (['in process', 'over HTTP'] as const).filter((mode) => options.mode === undefined || options.mode === mode);
const chosen = operations.filter(({ name }) => name.includes(options.only ?? ''));
const size = { applications: options.applications, assigned: Math.min(100, options.applications) };
const other = options.against === undefined ? undefined : await otherTree(options.against);
const trees: TreeUnderTest[] = [];
let failures = 0;
try {
  const flags = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  console.error('filling the tenants');
  trees.push(...(await Promise.all([treeUnderTest(process.cwd(), size, flags), ...(other ? [treeUnderTest(other.root, size)] : [])])));
  const rows = await measure(trees);
  for (const mode of modes) report(mode, rows);
  if (failures > 0) console.log(`\n${failures} rounds are left out, because a request failed.`);
} finally {
  for (const tree of trees) await tree.stop();
  await other?.remove();
}
process.exit();

interface Row {
  readonly operation: Operation;
  readonly mode: Mode;
  /** By tree, then by round. */
  readonly costs: readonly Cost[][];
}

/** Measures each operation and mode. The first round loads code. */
async function measure(all: readonly TreeUnderTest[]): Promise<Row[]> {
  const warmUp = rowsFor(all);
  for (const row of warmUp) await addRound(all, row);
  const rows = rowsFor(all);
  for (let round = 0; round < options.rounds; round++) for (const row of rows) await addRound(all, row);
  return rows;
}

function rowsFor(all: readonly TreeUnderTest[]): Row[] {
  return chosen.flatMap((operation) => modes.map((mode) => ({ operation, mode, costs: all.map(() => []) })));
}

/** Measures the trees one after the other. */
async function addRound(all: readonly TreeUnderTest[], { operation, mode, costs }: Row): Promise<void> {
  for (const [index, tree] of all.entries()) {
    const cost = await tree.run(operation, mode, operation.count * options.times).catch(noteFailure);
    if (cost) costs[index]?.push(cost);
  }
}

/** A round in which a request failed is left out. */
function noteFailure(error: unknown): undefined {
  console.error(error);
  failures += 1;
}

function report(mode: Mode, rows: readonly Row[]): void {
  const here = ['CPU, ms', 'Requests a CPU second', 'p50, ms', 'p99, ms', 'Calls'];
  const there = other ? ['CPU before', 'p50 before', 'p99 before', 'Calls before', 'Ratio of CPU', 'Bound'] : [];
  console.log(`\n${mode}\n\n| ${['Operation', ...here, ...there].join(' | ')} |\n|${'---|'.repeat(1 + here.length + there.length)}`);
  for (const { operation, costs } of rows.filter((row) => row.mode === mode)) {
    const [own = [], before] = costs;
    const [cpu, cpuBefore] = [leastCpu(own), before && leastCpu(before)];
    const row = [operation.name, cpu.toFixed(2), (1000 / cpu).toFixed(0), ...timesOf(own), callsOf(own)];
    if (before && cpuBefore !== undefined) {
      const ratio = cpu / cpuBefore;
      row.push(cpuBefore.toFixed(2), ...timesOf(before), callsOf(before), ratio.toFixed(2), operation.bound?.toFixed(2) ?? '');
      if (operation.bound !== undefined && ratio > operation.bound) process.exitCode = 1;
    }
    console.log(`| ${row.join(' | ')} |`);
  }
}

function leastCpu(rounds: readonly Cost[]): number {
  return Math.min(...rounds.map(({ cpu, requests }) => cpu / requests));
}

function timesOf(rounds: readonly Cost[]): string[] {
  const times = rounds.flatMap((one) => one.times);
  return [quantile(times, 0.5).toFixed(1), quantile(times, 0.99).toFixed(1)];
}

function callsOf(rounds: readonly Cost[]): string {
  const [calls, requests] = [sum(rounds.map((one) => one.calls)), sum(rounds.map((one) => one.requests))];
  return calls === 0 ? '' : (calls / requests).toFixed(1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
