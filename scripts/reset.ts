import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { dataFolder, lockDataFolder } from '#local/data-folder.ts';
import { endOrphans } from '#local/orphans.ts';
import { Refusal } from '#local/refusal.ts';
import { sayAndExit } from '#local/say-and-exit.ts';

async function reset(): Promise<void> {
  const { dataDir } = new Command('npm run reset --')
    .description('Removes the state of the system on this machine.')
    .option('--data-dir <path>', 'folder that keeps the state', '.compass')
    .allowExcessArguments(false)
    .parse()
    .opts<{ dataDir: string }>();
  const folder = dataFolder(resolve(dataDir));
  if (!existsSync(folder.root)) return console.log(`${dataDir} is not there: nothing to remove.`);
  // Never a folder that only happens to be named on the command line.
  if (!existsSync(folder.lock)) throw new Refusal(`${dataDir} holds no state of Compass: name another folder with --data-dir.`);
  const unlock = lockDataFolder(folder);
  await endOrphans(folder);
  await rm(folder.root, { recursive: true });
  unlock();
  console.log(`Removed ${dataDir}.`);
}

try {
  await reset();
} catch (error) {
  sayAndExit(error);
}
