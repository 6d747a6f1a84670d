import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a script of the repository to its end, as npm does. */
export async function run(script: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return start(script, args, environment).ended;
}

function start(script: string, args: readonly string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code, output }));
  return { child, ended };
}

export interface Runner {
  readonly description: LocalDescription;
  /** Milliseconds from the start to local.json. */
  readonly readyAfter: number;
  kill(): Promise<Ended>;
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<Ended>;
}

/** Starts the one-machine system and waits until it is ready. */
export async function startRunner(
  dataDir: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Runner> {
  const startedAt = Date.now();
  const { child, ended } = start('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', dataDir, ...args], environment);
  const end = (signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  const file = join(dataDir, 'local.json');
  while (!existsSync(file) || JSON.parse((await readFile(file, 'utf8')) || '{}').pid !== child.pid) {
    if (child.exitCode !== null) throw new Error((await ended).output);
    await pause(25);
  }
  return {
    description: JSON.parse(await readFile(file, 'utf8')),
    readyAfter: Date.now() - startedAt,
    kill: () => end('SIGKILL'),
    stop: (signal = 'SIGTERM') => end(signal),
  };
}
