/**
 * Measures the fan-out of a change to many Applications: `npm run bench:fanout -- --against <commit>`. First the deliveries per second of CPU of this
 * tree and of another one, in rounds that alternate; then that every delivery comes exactly once. What counts is the CPU of a process with both functions, the
 * fan-out and the dispatcher, which works off one invocation at a time: not the engines of the table and the queues, the receivers, or the polling of queues.
 * Fails where the ratio is lower than 3, or a delivery is missing or came twice.
 */
import { Command } from 'commander';
import { startDynamo } from '#test/support/engines.ts';
import { startQueues } from '#test/support/queues.ts';
import { otherTree } from './against/other-tree.ts';
import { answeringServer } from './bench/answering-server.ts';
import { type FunctionsUnderTest, functionsUnderTest, type Group, type Round, sealingKeyText } from './fanout/functions-under-test.ts';
import { listeners } from './fanout/listeners.ts';

/** The lowest ratio that passes. */
const lowest = 3;

interface Options {
  readonly against?: string;
  readonly rounds: number;
  readonly applications: number;
  readonly once: number;
  readonly hosts: number;
  readonly profile?: string;
}

const options = new Command('npm run bench:fanout --')
  .description('Compares the deliveries per second of CPU with those of another commit, and checks that each comes exactly once.')
  .option('--against <commit>', 'the commit to compare with, or a folder with its tree and dependencies')
  .option('--rounds <count>', 'rounds of each tree', Number, 5)
  .option('--applications <count>', 'Applications of a round, each with one webhook', Number, 500)
  .option('--hosts <count>', 'hosts that their webhooks are at', Number, 100)
  .option('--once <count>', 'Applications of the second phase', Number, 2000)
  .option('--profile <folder>', 'write a CPU profile of the functions of this tree')
  .parse()
  .opts<Options>();

const [dynamo, queues] = [await startDynamo({ stream: false }), await startQueues()];
/** Secrets Manager with one secret: the functions ask for no other. */
const secrets = await answeringServer(200, JSON.stringify({ SecretString: sealingKeyText }));
const hosts = await listeners(options.hosts);
const engines = { dynamo, queues, secretsEndpoint: secrets.url };
const other = options.against === undefined ? undefined : await otherTree(options.against);
const trees: FunctionsUnderTest[] = [];
try {
  const flags = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const here = await functionsUnderTest(process.cwd(), engines, flags);
  const there = other && (await functionsUnderTest(other.root, engines));
  trees.push(here, ...(there ? [there] : []));
  const isFast = await throughput(here, there);
  const isOnce = await exactlyOnce(here);
  process.exitCode = isFast && isOnce ? 0 : 1;
} finally {
  for (const tree of trees) await tree.stop();
  await Promise.all([dynamo.stop(), queues.stop(), secrets.stop(), hosts.stop(), other?.remove()]);
}

async function throughput(here: FunctionsUnderTest, there: FunctionsUnderTest | undefined): Promise<boolean> {
  const sides = [['this tree', here] as const, ...(there ? [[options.against ?? '', there] as const] : [])];
  const groups = new Map<string, Group>();
  const rounds = new Map<string, Round[]>(sides.map(([name]) => [name, []]));
  for (const [name, side] of sides) {
    const group = await side.group(options.applications, hosts.urls);
    groups.set(name, group);
    // The first round loads code, and meets hosts that were never called.
    await side.round(group);
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const [name, side] of sides) {
      const group = groups.get(name);
      if (group) rounds.get(name)?.push(await side.round(group));
    }
  }
  console.log('| Tree | Deliveries | CPU of the functions, ms a delivery | Deliveries per second of CPU |\n|---|---|---|---|');
  const rates = [...rounds].map(([name, all]) => {
    const [deliveries, cpu] = [sum(all.map((round) => round.deliveries)), sum(all.map((round) => round.cpu))];
    console.log(`| ${name} | ${deliveries} | ${((1000 * cpu) / deliveries).toFixed(2)} | ${(deliveries / cpu).toFixed(0)} |`);
    return deliveries / cpu;
  });
  const [own = 0, before] = rates;
  if (before === undefined) return true;
  console.log(
    `\nThis tree makes ${(own / before).toFixed(2)} times the deliveries per second of CPU (at least ${lowest} are asked for).\n`,
  );
  return own >= lowest * before;
}

async function exactlyOnce(here: FunctionsUnderTest): Promise<boolean> {
  const group = await here.group(options.once, hosts.urls);
  hosts.received.clear();
  const round = await here.round(group);
  const missing = round.expected.filter((id) => !hosts.received.has(id)).length;
  const repeated = [...hosts.received.values()].filter((count) => count > 1).length;
  const foreign = hosts.received.size - (round.expected.length - missing);
  console.log(
    `${round.expected.length} Applications: ${missing} deliveries are missing, ${repeated} came twice, ${foreign} were not expected.`,
  );
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
  console.log(
    `${round.fanOutInvocations} invocations of the fan-out, the longest of ${(round.longestFanOut / 1000).toFixed(1)} s; ` +
      `memory of the process ${megabytes(round.rssBefore)} MB before, at most ${megabytes(round.peak)} MB.`,
  );
  return missing + repeated + foreign === 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
