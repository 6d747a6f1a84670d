/**
 * Fails when 200 hanging deliveries at one host more than double the time after which a healthy webhook is called, in the same tenant or in another
 * one; 200 hanging fetches that of a fetch; or 200 hanging health checks the time from one probe to the next: `npm run bench:fairness`. The one-machine system runs in this process. Idle and disturbed times alternate within each round, and medians are
 * compared, so that other load on the machine is in both.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type RunningSystem, startLocal } from '#local/start-local.ts';
import { median } from './bench/median.ts';
import { healthyCircle, sickCircle } from './fairness/circles.ts';
import { fetchTimes } from './fairness/fetching.ts';
import { hangingHost } from './fairness/hanging-host.ts';
import { probeTimes } from './fairness/probing.ts';
import type { Times } from './fairness/times.ts';

/** The highest ratio that passes. */
const highest = 2;

const kinds = ['webhooks', 'fetches', 'probes'] as const;

const { rounds, samples, verbose, only } = new Command('npm run bench:fairness --')
  .description('Compares the time until a healthy webhook is called while another host hangs with its idle time.')
  .option('--rounds <count>', 'rounds, each with a host of its own that hangs', Number, 3)
  .option('--samples <count>', 'calls of each healthy webhook in each part of a round', Number, 6)
  .option('--verbose', 'print every time')
  .addOption(new Option('--only <kind>', 'measure nothing else').choices(kinds))
  .parse()
  .opts<{ rounds: number; samples: number; verbose?: boolean; only?: (typeof kinds)[number] }>();

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const folder = await mkdtemp(join(tmpdir(), 'fairness-'));
let system: RunningSystem | undefined;
try {
  system = await startLocal({ port: 0, mtlsPort: 0, dataDir: folder });
  const measures = { webhooks: measure, fetches: measureFetches, probes: measureProbes };
  for (const kind of only ? [only] : kinds) if (!(await measures[kind](system))) process.exitCode = 1;
} finally {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function measure({ description }: RunningSystem): Promise<boolean> {
  const [tenant = '', other = ''] = description.tenants;
  const healthy = {
    'same tenant': await healthyCircle(description, tenant),
    'other tenant': await healthyCircle(description, other),
  };
  const circles = Object.entries(healthy);
  const times = new Map(circles.map(([name]) => [name, { idle: [] as number[], beside: [] as number[], first: [] as number[] }]));

  /** Calls the healthy webhooks in turn. */
  const take = async (part: 'idle' | 'beside', count: number): Promise<void> => {
    for (let sample = 0; sample < count; sample++) {
      for (const [name, { latency }] of circles) {
        const took = await latency();
        times.get(name)?.[part].push(took);
        if (part === 'beside' && sample === 0) times.get(name)?.first.push(took);
      }
    }
  };

  // The first calls load code.
  for (const [, { latency }] of circles) for (let call = 0; call < 3; call++) await latency();
  for (let round = 0; round < rounds; round++) {
    const host = await hangingHost(10);
    const sick = await sickCircle(description, tenant, host.url);
    await take('idle', samples);
    await sick.poke();
    await host.hangs();
    await take('beside', samples);
    if (verbose) console.error(JSON.stringify([...times]));
    host.recover();
    await host.answered(sick.deliveries);
    await host.stop();
  }

  let isFair = true;
  console.log(
    '| Healthy webhook | Idle, ms | Beside 200 hanging deliveries, ms | Ratio | Ratio of the first calls |\n|---|---|---|---|---|',
  );
  for (const [name, { idle, beside, first }] of times) {
    const [before, after] = [median(idle), median(beside)];
    isFair &&= after <= highest * before;
    console.log(
      `| in the ${name} | ${before.toFixed(0)} | ${after.toFixed(0)} | ${(after / before).toFixed(2)} | ${(median(first) / before).toFixed(2)} |`,
    );
  }
  for (const [, { stop }] of circles) await stop();
  console.log(`\n${isFair ? 'No' : 'A'} healthy webhook is called later than after ${highest} times its idle time.`);
  return isFair;
}

function tell(what: string, { idle, beside }: Times): boolean {
  const [before, after] = [median(idle), median(beside)];
  if (verbose) console.error(JSON.stringify({ idle, beside }));
  const ratios = [after, beside[0] ?? 0].map((one) => (one / before).toFixed(2));
  console.log(`\n| ${what} | Idle, ms | Beside 200 that hang, ms | Ratio | Ratio of the first one |\n|---|---|---|---|---|`);
  console.log(`| in the same tenant | ${before.toFixed(0)} | ${after.toFixed(0)} | ${ratios.join(' | ')} |`);
  return after <= highest * before;
}

async function measureFetches({ description }: RunningSystem): Promise<boolean> {
  const [tenant = ''] = description.tenants;
  return tell('Fetch of a specification', await fetchTimes(description, tenant, rounds * samples));
}

async function measureProbes({ description }: RunningSystem): Promise<boolean> {
  const [tenant = ''] = description.tenants;
  return tell('From one probe of health to the next', await probeTimes(description, tenant, samples));
}
