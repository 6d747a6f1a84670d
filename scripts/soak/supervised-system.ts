import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, endOf } from '#local/child-process.ts';
import { type DataFolder, dataFolder } from '#local/data-folder.ts';
import { freePort } from '#local/engines/free-port.ts';
import type { LocalDescription } from '#local/local-description.ts';
import { endOrphans, processesOf } from '#local/orphans.ts';
import { readFileIfPresent } from '#local/private-file.ts';

const startTimeoutMs = 300_000;
const stopPatience = 60_000;

export interface SupervisedSystem {
  readonly description: LocalDescription;
  readonly starts: () => number;
  /** Waits until the system answers, which it does again after it was killed. */
  ready(): Promise<void>;
  runner(): ChildProcess;
  engine(): Promise<number | undefined>;
  /** Process ids of the Agents of provisioned Runtimes. */
  agents(): Promise<number[]>;
  /** Ends it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
}

/** Runs the system as a child process on ports that stay the same, and starts it again whenever it ends. `flags` are those beside ports and folder. */
export async function superviseSystem(
  dataDir: string,
  say: (line: string) => void,
  flags: readonly string[] = [],
): Promise<SupervisedSystem> {
  const ports = ['--port', String(await freePort()), '--mtls-port', String(await freePort())];
  const output = createWriteStream(join(dataDir, '..', 'system.log'), { flags: 'a' });
  const folder = dataFolder(dataDir);
  let child = start();
  let starts = 0;
  let stopping = false;
  let ready = waitUntilReady(child);

  function start(): ChildProcess {
    const main = join(import.meta.dirname, '../../local/main.ts');
    const started = spawn(process.execPath, [main, ...ports, '--data-dir', dataDir, ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, RETRY_SCHEDULE_SECONDS: '1,1,1,2,2,5,5,10' },
    });
    started.stdout?.pipe(output, { end: false });
    started.stderr?.pipe(output, { end: false });
    started.once('exit', (code, signal) => {
      if (stopping) return;
      say(`the runner ended ${signal ? `by ${signal}` : `with code ${code}`} and is started again`);
      child = start();
      ready = waitUntilReady(child);
      ready.catch(() => undefined);
    });
    return started;
  }

  async function waitUntilReady(awaited: ChildProcess): Promise<void> {
    const until = Date.now() + startTimeoutMs;
    while (Date.now() < until) {
      const text = await readFileIfPresent(folder.description);
      if (text?.includes(`"pid": ${awaited.pid},`)) {
        starts += 1;
        return;
      }
      // Another one is awaited by then.
      if (endOf(awaited) !== undefined) return;
      await pause(50);
    }
    stopping = true;
    await endFailedStart(awaited, folder);
    throw new Error(`the system did not start within ${startTimeoutMs / 1000} s: see ${output.path}`);
  }

  const settled = async (): Promise<void> => {
    for (let awaited = ready; ; awaited = ready) {
      await awaited;
      if (awaited === ready && endOf(child) === undefined) return;
      await pause(50);
    }
  };

  await settled();
  return {
    description: JSON.parse((await readFileIfPresent(folder.description)) ?? '{}'),
    starts: () => starts,
    ready: settled,
    runner: () => child,
    engine: async () => (await processesOf(folder)).find(({ commandLine }) => commandLine.includes('--db-path'))?.pid,
    agents: async () => (await processesOf(folder)).filter(({ commandLine }) => commandLine.includes('--config')).map(({ pid }) => pid),
    stop: async () => {
      stopping = true;
      await endChild(child, stopPatience);
      output.end();
      return child.exitCode;
    },
  };
}

/** A start that failed is not tried again, and leaves neither runner nor engine. */
async function endFailedStart(failed: ChildProcess, folder: DataFolder): Promise<void> {
  failed.kill('SIGKILL');
  await endOrphans(folder);
}
