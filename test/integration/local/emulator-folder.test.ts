import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StopSteps, stopSteps } from '#local/stop-steps.ts';
import { openEmulatorFolder } from '../../../scripts/emulator/emulator-folder.ts';
import { program } from '../../../scripts/emulator/ministack.ts';

let emulators: string;
beforeAll(async () => {
  emulators = await mkdtemp(join(tmpdir(), 'compass-emulators-'));
});
afterAll(() => rm(emulators, { recursive: true }));

/** A process that does nothing, with these words in its command line, in a group of its own. */
async function processWith(...words: string[]) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', '--', ...words], { detached: true, stdio: 'ignore' });
  await once(child, 'spawn');
  return { pid: child.pid ?? 0, ended: once(child, 'exit').then(([, signal]) => signal) };
}

async function opened<T>(use: (folder: string) => Promise<T>, cleanup: StopSteps = stopSteps()): Promise<T> {
  try {
    return await use(await openEmulatorFolder('test', cleanup, emulators));
  } finally {
    await cleanup.run();
  }
}

describe('the folder of an emulator', () => {
  it('is empty, and removed at the end', async () => {
    const folder = await opened(async (folder) => {
      await writeFile(join(folder, 'state'), '');
      return folder;
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('is opened after what a killed emulator left behind has ended: it, its functions, Agents and synthesis, stopped ones too', async () => {
    const folder = join(emulators, 'test');
    const orphans = [
      await processWith(program, `${folder}/`),
      await processWith(`${folder}/tmp/function/worker.js`),
      await processWith('--config', `${folder}/runtimes/1/configuration.json`),
      await processWith('synth', '--output', `${folder}/cdk.out`),
    ];
    const other = await processWith(program, `${folder}-of-another/`);
    process.kill(orphans[0]?.pid ?? 0, 'SIGSTOP');
    await opened(async () => undefined);
    expect(await Promise.all(orphans.map(({ ended }) => ended))).toEqual(['SIGKILL', 'SIGTERM', 'SIGTERM', 'SIGTERM']);
    expect(process.kill(other.pid, 'SIGKILL')).toBe(true);
  });

  it('is refused to a second emulator, which leaves the first one alone', async () => {
    await opened(async (folder) => {
      await writeFile(join(folder, 'state'), '');
      await expect(opened(async () => undefined)).rejects.toThrow('Another emulator uses');
      expect(existsSync(join(folder, 'state'))).toBe(true);
    });
  });
});
