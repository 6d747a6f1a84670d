import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile } from '#local/data-folder.ts';
import { agentsIn, endMarked } from '#local/orphans.ts';
import { Refusal } from '#local/refusal.ts';
import type { StopSteps } from '#local/stop-steps.ts';
import { program } from './ministack.ts';

const ofProject = join(import.meta.dirname, '../../.emulator');

/** Parts of the command lines of an emulator, of the functions in it, of the Agents beside it, and of a synthesis for it. */
const marksOf = (folder: string): string[] => [
  `${program} ${join(folder, '/')}`,
  join(folder, 'tmp', '/'),
  agentsIn(runtimesIn(folder)),
  `--output ${join(folder, '/')}`,
];

/** The folder in which the process driver puts Runtimes. */
export const runtimesIn = (folder: string): string => join(folder, 'runtimes');

/**
 * Empties and locks the folder of an emulator until `cleanup`, which removes it. Ends what a killed run left behind. Throws Refusal while another
 * run has it.
 */
export async function openEmulatorFolder(name: 'system' | 'test', cleanup: StopSteps, emulators = ofProject): Promise<string> {
  const folder = join(emulators, name);
  await mkdir(emulators, { recursive: true });
  const inUse = () => new Refusal(`Another emulator uses ${folder}: stop that first with Ctrl-C.`);
  cleanup.add(lockFile(join(emulators, `${name}.lock.sqlite`), inUse));
  const remove = async () => {
    await endMarked(marksOf(folder));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  await remove();
  cleanup.add(remove);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}
