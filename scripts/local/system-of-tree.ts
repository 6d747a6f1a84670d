import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, endOf } from '#local/child-process.ts';
import type { LocalDescription } from '#local/local-description.ts';
import { cpuOf } from '../throughput/cpu-of.ts';

export interface SystemOfTree {
  readonly description: LocalDescription;
  /** Milliseconds of CPU until it was ready. */
  readonly cpuUntilReady: number;
  /** Milliseconds of CPU so far, of the runner and its engine. */
  cpu(): number;
  stop(): Promise<void>;
}

const stopPatience = 20_000;

/** Starts the system of a tree as `npm start` does there, in a new data folder. */
export async function systemOfTree(root: string): Promise<SystemOfTree> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-bench-'));
  const args = ['--import', './scripts/check-node.mjs', 'local/main.ts', '--port', '0', '--mtls-port', '0', '--data-dir', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env.PATH } });
  const file = join(folder, 'local.json');
  while (!existsSync(file)) {
    if (endOf(child) !== undefined) throw new Error(`the system of ${root} ended ${endOf(child)} before it was ready`);
    await pause(5);
  }
  const cpu = () => cpuOf(child.pid ?? 0);
  const cpuUntilReady = cpu();
  return {
    description: JSON.parse(await readFile(file, 'utf8')),
    cpuUntilReady,
    cpu,
    stop: async () => {
      await endChild(child, stopPatience);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
