/**
 * Fails when 200 hanging deliveries at one host more than double the time after which a healthy webhook is called, in the same tenant or in another
 * one: `npm run bench:fairness`. The one-machine system runs in this process. Idle and disturbed times alternate within each round, and medians are
 * compared, so that other load on the machine is in both.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { type RunningSystem, startLocal } from '#local/start-local.ts';
import { healthyCircle, sickCircle } from './fairness/circles.ts';
import { hangingHost } from './fairness/hanging-host.ts';
import { median } from './fairness/median.ts';

/** The highest ratio that passes. */
const highest = 2;

const { rounds, samples, verbose } = new Command('bench:fairness')
  .description('Compares the time until a healthy webhook is called while another host hangs with its idle time.')
  .option('--rounds <count>', 'rounds, each with a host of its own that hangs', Number, 3)
  .option('--samples <count>', 'calls of each healthy webhook in each part of a round', Number, 6)
  .option('--verbose', 'print every time')
  .parse()
  .opts<{ rounds: number; samples: number; verbose?: boolean }>();

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const folder = await mkdtemp(join(tmpdir(), 'fairness-'));
let system: RunningSystem | undefined;
try {
  system = await startLocal({ port: 0, mtlsPort: 0, dataDir: folder });
  process.exitCode = (await measure(system)) ? 0 : 1;
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
  const kinds = Object.entries(healthy);
  const times = new Map(kinds.map(([name]) => [name, { idle: [] as number[], beside: [] as number[], first: [] as number[] }]));

  /** Calls the healthy webhooks in turn. */
  const take = async (part: 'idle' | 'beside', count: number): Promise<void> => {
    for (let sample = 0; sample < count; sample++) {
      for (const [name, { latency }] of kinds) {
        const took = await latency();
        times.get(name)?.[part].push(took);
        if (part === 'beside' && sample === 0) times.get(name)?.first.push(took);
      }
    }
  };

  // The first calls load code.
  for (const [, { latency }] of kinds) for (let call = 0; call < 3; call++) await latency();
  for (let round = 0; round < rounds; round++) {
    const host = await hangingHost();
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
  for (const [, { stop }] of kinds) await stop();
  console.log(`\n${isFair ? 'No' : 'A'} healthy webhook is called later than after ${highest} times its idle time.`);
  return isFair;
}
