import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { dataFolder } from '#local/data-folder.ts';
import { endOrphans, processesOf } from '#local/orphans.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { minutes, seconds } from '#shared/core/clock.ts';
import { differences } from './soak/checks.ts';
import { causeFaults } from './soak/faults.ts';
import { ledger } from './soak/ledger.ts';
import { sendPairings } from './soak/pairing-sender.ts';
import { sendProvisionings } from './soak/provisioning-sender.ts';
import { randomOf } from './soak/random.ts';
import { type Receiver, startReceiver, tempers } from './soak/receivers.ts';
import { formation, sendToRegistry } from './soak/registry-sender.ts';
import { positive, say, settled } from './soak/run.ts';
import { type SupervisedSystem, superviseSystem } from './soak/supervised-system.ts';
import { untilKnown, type World, worldOf } from './soak/world.ts';

/** Time to recover from a kill: a claim lasts a minute, and a message is hidden for little longer. */
const settlingTime = minutes(4);
const progressInterval = seconds(15);

const flags = new Command('npm run soak --')
  .description('Kills and stalls a system at work, and checks that it loses and doubles nothing.')
  .option('--minutes <number>', 'duration of the work, in minutes', positive, 3)
  .option('--seed <number>', 'repeats the choices of another run', positive, Math.floor(Math.random() * 1_000_000) + 1)
  .option('--keep', 'keeps the folder of the system also when all is well')
  .allowExcessArguments(false)
  .parse()
  .opts<{ minutes: number; seed: number; keep?: true }>();

interface ListeningApplication {
  readonly webhookId: string;
  readonly receiver: Receiver;
}

/** Registers an Application with a webhook for each receiver. */
async function listenersOf(world: World, receivers: readonly Receiver[]): Promise<ListeningApplication[]> {
  await untilKnown(() =>
    world.director('create a formation', `mutation { result: createFormation(formation: { name: "${formation}" }) { id } }`),
  );
  const listeners: ListeningApplication[] = [];
  for (const receiver of receivers) {
    const registered = await untilKnown(() =>
      world.director(
        'register an Application',
        'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id webhooks { id } } }',
        {
          in: {
            name: `listener-${receiver.temper}`,
            labels: { scenarios: [formation] },
            webhooks: [{ type: 'CONFIGURATION_CHANGED', url: receiver.url, timeout: 2 }],
          },
        },
      ),
    );
    if (registered.kind === 'refused') throw new Error(`a listener was refused: ${registered.code}`);
    listeners.push({ receiver, webhookId: registered.data.result.webhooks[0].id });
  }
  return listeners;
}

async function work(world: World, seed: number): Promise<Record<string, number>> {
  const progress = setInterval(() => say(`${total(world)} requests, ${world.system.starts()} starts`), progressInterval);
  try {
    const [faults] = await Promise.all([
      causeFaults(world.system, randomOf(seed, 'faults'), world.until, say),
      ...['registry-1', 'registry-2', 'registry-3'].map((name) => sendToRegistry(world, name, randomOf(seed, name))),
      ...['pairing-1', 'pairing-2'].map((name) => sendPairings(world, name, randomOf(seed, name))),
      sendProvisionings(world, 'provisioning', randomOf(seed, 'provisioning')),
    ]);
    return faults;
  } finally {
    clearInterval(progress);
  }
}

const total = ({ ledger: { counts } }: World): number =>
  Object.values(counts()).reduce((sum, { acknowledged, refused, unknown }) => sum + acknowledged + refused + unknown, 0);

async function stopped(system: SupervisedSystem, dataDir: string): Promise<string[]> {
  const code = await system.stop();
  const left = await processesOf(dataFolder(dataDir));
  return [
    ...(code === 0 ? [] : [`the system ended with code ${code} when it was stopped`]),
    ...left.map(({ pid, commandLine }) => `the process ${pid} was left: ${commandLine}`),
  ];
}

function report(
  world: World,
  listeners: readonly ListeningApplication[],
  faults: Record<string, number>,
  problems: readonly string[],
): void {
  console.table(world.ledger.counts());
  console.table(faults);
  console.table(
    Object.fromEntries(
      listeners.map(({ receiver: { temper, received, spoilt } }) => [temper, { received: received.size, spoilt: spoilt() }]),
    ),
  );
  for (const problem of problems) console.log(`FAIL ${problem}`);
  console.log(problems.length === 0 ? `ok: ${total(world)} requests, nothing lost and nothing doubled` : `${problems.length} problems`);
}

async function soak(): Promise<boolean> {
  const root = await mkdtemp(join(tmpdir(), 'compass-soak-'));
  const dataDir = join(root, 'system');
  console.log(
    `seed ${flags.seed}, ${flags.minutes} minutes, in ${root}. Again: npm run soak -- --minutes ${flags.minutes} --seed ${flags.seed}`,
  );
  const receivers = await Promise.all(tempers.map((temper) => startReceiver(temper, randomOf(flags.seed, temper))));
  let isWell = false;
  try {
    const system = await superviseSystem(dataDir, say);
    const world = worldOf(system, ledger(), Date.now() + minutes(flags.minutes));
    const listeners = await listenersOf(world, receivers);
    const faults = await work(world, flags.seed);
    say('the work is done; what was cut off gets time to settle');
    for (const receiver of receivers) receiver.heal();
    await system.ready();
    const found = await settled(() => differences(world, listeners, dataDir), settlingTime);
    const problems = [...world.ledger.violations, ...found, ...(await stopped(system, dataDir))];
    report(world, listeners, faults, problems);
    isWell = problems.length === 0;
  } finally {
    await endOrphans(dataFolder(dataDir));
    for (const receiver of receivers) await receiver.stop();
    if (isWell && !flags.keep) await rm(root, { recursive: true, force: true });
  }
  return isWell;
}

try {
  process.exit((await soak()) ? 0 : 1);
} catch (error) {
  sayAndExit(error);
}
