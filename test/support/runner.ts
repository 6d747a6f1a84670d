import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import { contentOf } from './content-of.ts';

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
  /** Resolves at the end of its process, by any cause. */
  readonly ended: Promise<Ended>;
  kill(): Promise<Ended>;
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<Ended>;
}

/** Starts the one-machine system and waits until it is ready. */
export async function startRunner(
  dataDir: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Runner> {
  const { child, ended } = start('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', dataDir, ...args], environment);
  const end = (signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  // A killed system leaves its own behind, which goes when the next one starts.
  const described = async () => JSON.parse((await contentOf(join(dataDir, 'local.json'))).toString() || '{}');
  let description = await described();
  while (description.pid !== child.pid) {
    if (child.exitCode !== null) throw new Error((await ended).output);
    await pause(25);
    description = await described();
  }
  return {
    description,
    ended,
    kill: () => end('SIGKILL'),
    stop: (signal = 'SIGTERM') => end(signal),
  };
}
