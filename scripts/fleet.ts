/** Runs many Runtime Agents against a system that fails in every way: `npm run fleet`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { dataFolder } from '#local/data-folder.ts';
import { endOrphans } from '#local/orphans.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { minutes, seconds } from '#shared/core/clock.ts';
import { type AgentProcesses, startAgentProcesses } from './fleet/agent-processes.ts';
import { trouble, troubles } from './fleet/faults.ts';
import type { Report } from './fleet/messages.ts';
import { type Counts, drawn, peakIn, type Span, sumOfCounts } from './fleet/rates.ts';
import { changeViews, type FleetRuntime, registerFleet, wrongViews } from './fleet/registered-fleet.ts';
import { ledger } from './soak/ledger.ts';
import { type Random, randomOf } from './soak/random.ts';
import { positive, say, settled } from './soak/run.ts';
import { superviseSystem } from './soak/supervised-system.ts';
import { type World, worldOf } from './soak/world.ts';

/** Requests in a second that two busy cores bear beside everything else. */
const bearable = 20;
/** A recovery has at most this times the steady rate. */
const maxSurge = 3;
const settlingTime = minutes(6);

const flags = new Command('npm run fleet --')
  .description('Runs many Runtime Agents against a system that fails, and checks that each ends with the right view and none storms it.')
  .option('--agents <number>', 'number of Agents', positive, 100)
  .option('--minutes <number>', 'duration of the faults, in minutes', positive, 2)
  .option('--seed <number>', 'repeats the choices of another run', positive, Math.floor(Math.random() * 1_000_000) + 1)
  .option('--keep', 'keeps the folder of the system and the Agents also when all is well')
  .allowExcessArguments(false)
  .parse()
  .opts<{ agents: number; minutes: number; seed: number; keep?: true }>();

/** Seconds. Certificates end often, so that each is renewed during the run, and outlive a restart of the system on a busy machine. */
const period = Math.max(5, Math.ceil(flags.agents / bearable));
const certificateSeconds = Math.max(300, 6 * period, Math.round((flags.minutes * 60) / 3));

const second = (): number => Math.floor(Date.now() / 1000);

interface Recovery extends Span {
  readonly from: number;
  readonly after: string;
}

/** Makes one trouble after the other, each followed by a quiet time, in which views change. Returns the quiet times. */
async function makeTrouble(
  world: World,
  processes: AgentProcesses,
  runtimes: readonly FleetRuntime[],
  random: Random,
): Promise<Recovery[]> {
  const each = (flags.minutes * 60) / troubles.length;
  // Shorter than what is left of a certificate when it is to be renewed.
  const lasts = Math.min(Math.max(3, each / 3), 15);
  const recoveries: Recovery[] = [];
  for (const [turn, kind] of troubles.entries()) {
    say(`${kind} for ${Math.round(lasts)} s`);
    await trouble(kind, { system: world.system, processes, until: Date.now() + seconds(lasts) });
    const from = second();
    await changeViews(world, runtimes, random, turn);
    await pause(seconds(Math.max(each - lasts, period)));
    recoveries.push({ after: kind, from, until: second() });
  }
  return recoveries;
}

async function differences(world: World, processes: AgentProcesses, runtimes: readonly FleetRuntime[]): Promise<string[]> {
  const reports = await processes.reports();
  const renewed = reports.flatMap(({ renewals }) => renewals);
  const old = renewed.filter((count) => count === 0).length;
  return [
    ...(old === 0 ? [] : [`${old} certificates were never renewed`]),
    ...reports.flatMap(({ ended }) => ended.map((one) => `an Agent ended: ${one}`)),
    ...(await wrongViews(world, runtimes)),
  ];
}

interface Outcome {
  readonly reports: readonly Report[];
  readonly quiet: Span;
  readonly recoveries: readonly Recovery[];
}

function surges({ reports, quiet, recoveries }: Outcome): string[] {
  const counts: Counts = sumOfCounts(reports.map(({ requests }) => requests));
  const steady = peakIn(counts, quiet);
  console.log(`steady: at most ${steady.toFixed(1)} requests per second; below, each digit is 5 s, in multiples of that`);
  return recoveries.flatMap(({ after, ...span }) => {
    const peak = peakIn(counts, span);
    console.log(`  after ${after}: ${drawn(counts, span, steady)}  at most ${peak.toFixed(1)} per second`);
    return peak > maxSurge * steady
      ? [`after ${after} there were ${peak.toFixed(1)} requests per second, steady are ${steady.toFixed(1)}`]
      : [];
  });
}

function printed({ reports }: Outcome, agents: number): void {
  const lines: Record<string, number> = {};
  for (const report of reports) for (const [line, count] of Object.entries(report.lines)) lines[line] = (lines[line] ?? 0) + count;
  console.table(lines);
  const renewals = reports.flatMap((report) => report.renewals);
  console.log(`renewals of a certificate: ${Math.min(...renewals)} to ${Math.max(...renewals)}`);
  const bytes = reports.reduce((sum, { memory }) => sum + memory.now - memory.before, 0);
  console.log(`memory: ${(bytes / agents / 1e6).toFixed(2)} MB for each of ${agents} Agents, in ${reports.length} processes`);
}

async function fleet(): Promise<boolean> {
  const root = await mkdtemp(join(tmpdir(), 'compass-fleet-'));
  const dataDir = join(root, 'system');
  const again = `npm run fleet -- --agents ${flags.agents} --minutes ${flags.minutes} --seed ${flags.seed}`;
  console.log(`${root}; a poll every ${period} s, certificates of ${certificateSeconds} s. Again: ${again}`);
  let processes: AgentProcesses | undefined;
  let isWell = false;
  try {
    const system = await superviseSystem(dataDir, say, ['--certificate-validity', `${certificateSeconds}s`, '--poll-after', `${period}s`]);
    const world = worldOf(system, ledger(), Number.POSITIVE_INFINITY);
    const runtimes = await registerFleet(world, flags.agents, root);
    say(`${runtimes.length} Runtimes are registered`);
    processes = await startAgentProcesses(flags.agents, flags.seed);
    const folders = runtimes.map(({ folder }) => folder);
    await processes.start(folders, bearable / 4, period);
    say(`all Agents were started, in ${processes.count} processes`);
    const calm = { from: second(), until: 0 };
    await pause(seconds(Math.max(2 * period, 20)));
    const quiet = { ...calm, until: second() };
    const recoveries = await makeTrouble(world, processes, runtimes, randomOf(flags.seed, 'changes'));
    say('the faults are over');
    const fleetProcesses = processes;
    const found = await settled(() => differences(world, fleetProcesses, runtimes), settlingTime);
    const outcome = { reports: await processes.reports(), quiet, recoveries };
    printed(outcome, flags.agents);
    const codes = await processes.stop();
    const problems = [
      ...found,
      ...surges(outcome),
      ...(codes.every((code) => code === 0) ? [] : [`the processes of Agents ended with ${codes}`]),
      ...((await system.stop()) === 0 ? [] : ['the system did not end well']),
    ];
    for (const problem of problems) console.log(`FAIL ${problem}`);
    console.log(problems.length === 0 ? `ok: ${flags.agents} Agents, right views, no surge` : `${problems.length} problems`);
    isWell = problems.length === 0;
  } finally {
    processes?.kill();
    await endOrphans(dataFolder(dataDir));
    if (isWell && !flags.keep) await rm(root, { recursive: true, force: true });
  }
  return isWell;
}

try {
  process.exit((await fleet()) ? 0 : 1);
} catch (error) {
  sayAndExit(error);
}
