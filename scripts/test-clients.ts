/** Lets clients in other languages work with a system on this machine: `npm run test:clients`. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { sayAndExit } from '#local/say-and-exit.ts';
import { checks } from './clients/checks.ts';
import type { CheckUse, ClientCheck } from './clients/client-check.ts';
import { isInstalled, notObtained } from './clients/command.ts';
import { startSystemProcess } from './demo/system-process.ts';

const { only, keep } = new Command('npm run test:clients --')
  .description('Lets clients in other languages work with a system on this machine. Says which of them are not installed.')
  .option('--only <text>', 'runs only the checks whose name contains this text', '')
  .option('--keep', 'keeps the folder of the system and of the checks')
  .allowExcessArguments(false)
  .parse()
  .opts<{ only: string; keep?: true }>();

type Outcome = 'ok' | 'FAIL' | 'left out';

async function outcomeOf({ name, commands, run }: ClientCheck, use: CheckUse): Promise<Outcome> {
  const say = (outcome: Outcome, text: string): Outcome => {
    console.log(`${outcome.padEnd(8)}  ${name}: ${text}`);
    return outcome;
  };
  const installed = await Promise.all(commands.map(isInstalled));
  const missing = commands.filter((_, index) => !installed[index]);
  if (missing.length > 0) return say('left out', `${missing.join(' and ')} not installed`);
  try {
    await mkdir(use.folder);
    return say('ok', await run(use));
  } catch (error) {
    if (error instanceof Error && error.name === notObtained) return say('left out', error.message);
    return say('FAIL', error instanceof Error ? error.message : String(error));
  }
}

async function testClients(): Promise<boolean> {
  const root = await mkdtemp(join(tmpdir(), 'compass-clients-'));
  const counts: Record<Outcome, number> = { ok: 0, FAIL: 0, 'left out': 0 };
  const chosen = checks.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  const system = await startSystemProcess(join(root, 'system'));
  try {
    for (const [index, check] of chosen.entries()) {
      counts[await outcomeOf(check, { system: system.description, folder: join(root, String(index)) })] += 1;
    }
  } finally {
    await system.stop();
    if (keep) console.log(`kept: ${root}`);
    else await rm(root, { recursive: true, force: true });
  }
  console.log(`${counts.ok} ok, ${counts.FAIL} failed, ${counts['left out']} left out`);
  return counts.ok > 0 && counts.FAIL === 0;
}

try {
  process.exit((await testClients()) ? 0 : 1);
} catch (error) {
  sayAndExit(error);
}
