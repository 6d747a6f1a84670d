import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import type { LocalDescription } from '#local/local-description.ts';

declare module 'vitest' {
  interface ProvidedContext {
    system: LocalDescription;
    /** Data folder of the running system. */
    dataFolder: string;
    /** File with the output of the running system. */
    outputFile: string;
  }
}

const patience = 60_000;

/** Starts the whole system once, as a user would, for every end-to-end test; retries of webhooks follow each other quickly. */
export default async function startSystem(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-e2e-'));
  const outputFile = join(folder, 'output.log');
  const output = openSync(outputFile, 'w', 0o600);
  const child = spawn('node', ['local/main.ts', '--port', '0', '--mtls-port', '0', '--data-dir', folder], {
    env: { ...process.env, RETRY_SCHEDULE_SECONDS: '1,1,1,1,1,1,1,1' },
    stdio: ['ignore', output, output],
  });
  const description = join(folder, 'local.json');
  for (const started = Date.now(); !existsSync(description); await pause(50)) {
    if (child.exitCode === null && Date.now() - started < patience) continue;
    throw new Error(`the system did not start:\n${await readFile(outputFile, 'utf8')}`);
  }
  project.provide('system', JSON.parse(await readFile(description, 'utf8')));
  project.provide('dataFolder', folder);
  project.provide('outputFile', outputFile);
  return async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
}
