import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import { cpuOf } from '../throughput/cpu-of.ts';

export interface SystemOfTree {
  readonly description: LocalDescription;
  /** Milliseconds of CPU and of time from the start of the process until it was ready. */
  readonly untilReady: { readonly cpu: number; readonly wall: number };
  /** Milliseconds of CPU so far, of the runner and its engine. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Starts the system of a tree as `npm start` does there, in a new data folder. */
export async function systemOfTree(root: string): Promise<SystemOfTree> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-bench-'));
  const args = ['--import', './scripts/check-node.mjs', 'local/main.ts', '--port', '0', '--mtls-port', '0', '--data-dir', folder];
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env.PATH } });
  const file = join(folder, 'local.json');
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`the system of ${root} did not start`);
    await pause(5);
  }
  const cpu = () => cpuOf(child.pid ?? 0);
  const untilReady = { cpu: cpu(), wall: performance.now() - began };
  return {
    description: JSON.parse(await readFile(file, 'utf8')),
    untilReady,
    cpu,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
