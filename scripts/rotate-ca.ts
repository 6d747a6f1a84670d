import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { rotateAuthority } from '#local/authority/local-authorities.ts';
import { dataFolder, lockDataFolder } from '#local/data-folder.ts';
import { Refusal } from '#local/refusal.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { systemClock } from '#shared/core/clock.ts';

async function rotate(): Promise<void> {
  const { dataDir } = new Command('npm run rotate:ca --')
    .description('Gives the stopped system on this machine a new certificate authority, which issues from its next start on.')
    .option('--data-dir <path>', 'folder that keeps the state', '.compass')
    .allowExcessArguments(false)
    .parse()
    .opts<{ dataDir: string }>();
  const folder = dataFolder(resolve(dataDir));
  if (!existsSync(folder.authority))
    throw new Refusal(`${dataDir} holds no certificate authority: start the system once, or name another folder with --data-dir.`);
  const unlock = lockDataFolder(folder);
  const file = await rotateAuthority(folder.authority, systemClock);
  unlock();
  console.log(`The next start issues certificates with ${file}. The authority before stays trusted until its certificates have ended.`);
}

try {
  await rotate();
} catch (error) {
  sayAndExit(error);
}
