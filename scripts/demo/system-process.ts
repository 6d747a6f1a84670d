import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, endOf } from '#local/child-process.ts';
import type { LocalDescription } from '#local/local-description.ts';

/** A start takes seconds, and minutes where many others use the machine. */
const startTimeoutMs = 600_000;
const stopPatience = 20_000;

export interface SystemProcess {
  readonly description: LocalDescription;
  /** Output of the system, for diagnosis. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts the system as `npm start` does, on free ports, and waits until it is ready. */
export async function startSystemProcess(dataDir: string, flags: readonly string[] = []): Promise<SystemProcess> {
  const main = join(import.meta.dirname, '../../local/main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', '--mtls-port', '0', '--data-dir', dataDir, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (text) => output.push(String(text)));
  child.stderr.on('data', (text) => output.push(String(text)));
  const stop = () => endChild(child, stopPatience);
  const file = join(dataDir, 'local.json');
  for (const startedAt = Date.now(); !existsSync(file); await pause(50)) {
    if (endOf(child) === undefined && Date.now() - startedAt < startTimeoutMs) continue;
    await stop();
    throw new Error(`the system did not start:\n${output.join('')}`);
  }
  return { description: JSON.parse(await readFile(file, 'utf8')), output: () => output.join(''), stop };
}
