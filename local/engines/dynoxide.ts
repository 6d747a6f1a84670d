import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, endOf, startChild } from '../child-process.ts';
import { loopback } from '../http-server.ts';
import { Refusal } from '../refusal.ts';
import { freePort } from './free-port.ts';

export interface DynamoEngine {
  readonly endpoint: string;
  /** The folder of its file; absent for an engine that was running before. */
  readonly folder?: string;
  /** Resolves if the engine ends by itself. Never settles for an engine that was running before. */
  readonly failure: Promise<Refusal>;
  stop(): Promise<void>;
}

const missing = () =>
  new Refusal(
    'The DynamoDB engine is missing: run "npm ci" without --omit=optional, or set COMPASS_DYNAMODB_ENDPOINT to the URL of DynamoDB Local or LocalStack.',
  );

interface StartOptions {
  /** Chooses the port of the next attempt. */
  readonly choosePort?: () => Promise<number>;
  /** Milliseconds that an attempt may take. */
  readonly startTimeoutMs?: number;
}

/** A free port may be taken by another program before the engine listens on it. */
const maxAttempts = 3;

/** Starts the DynamoDB engine on the files in `folder`, or uses the one that already answers at `endpoint`. */
export async function startDynamoEngine(
  folder: string,
  endpoint: string | undefined,
  { choosePort = freePort, startTimeoutMs = 30_000 }: StartOptions = {},
): Promise<DynamoEngine> {
  if (endpoint) {
    if (!(await answers(endpoint, Date.now() + 2500, () => true))) {
      throw new Refusal(
        `The DynamoDB engine at ${endpoint} does not answer: look whether it runs, or remove COMPASS_DYNAMODB_ENDPOINT to use the built-in one.`,
      );
    }
    return { endpoint, failure: Promise.withResolvers<never>().promise, stop: async () => undefined };
  }
  let last = '';
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const port = await choosePort();
    const started = await tryPort(folder, port, startTimeoutMs);
    if ('engine' in started) return started.engine;
    last = started.problem;
    if (!started.isWorthARetry) break;
  }
  throw new Refusal(`The DynamoDB engine did not start: ${last}`);
}

export const tableFile = (folder: string): string => join(folder, 'table.sqlite');

type Started = { readonly engine: DynamoEngine } | { readonly problem: string; readonly isWorthARetry: boolean };

async function tryPort(folder: string, port: number, startTimeoutMs: number): Promise<Started> {
  const [command, ...prefix] = engineCommand();
  const args = [...prefix, 'serve', '--host', loopback, '--port', String(port), '--db-path', tableFile(folder)];
  const output = join(folder, 'dynoxide.log');
  const log = openSync(output, 'w', 0o600);
  const child = await startChild({ command, args, pidFile: join(folder, 'dynoxide.pid'), options: { stdio: ['ignore', log, log] } })
    .catch(() => {
      throw missing();
    })
    .finally(() => closeSync(log));
  const url = `http://${loopback}:${port}`;
  // Another program that took the port may answer in place of the engine, which then ends.
  const hasEnded = () => endOf(child) !== undefined;
  if (await answers(url, Date.now() + startTimeoutMs, () => !hasEnded() && saysThatItListens(output), hasEnded)) {
    return { engine: { ...runningEngine(child, url), folder } };
  }
  const end = endOf(child);
  await endChild(child, 2000);
  if (end === undefined) return { problem: `it did not answer at ${url} within ${startTimeoutMs / 1000} s.`, isWorthARetry: false };
  const said = readFileSync(output, 'utf8').trim();
  return { problem: `it ended ${end}${said && ` and said: ${said}`}`, isWorthARetry: child.signalCode === null };
}

const saysThatItListens = (output: string): boolean => readFileSync(output, 'utf8').includes('listening');

function runningEngine(child: ChildProcess, endpoint: string): DynamoEngine {
  const failure = Promise.withResolvers<Refusal>();
  const fail = () =>
    failure.resolve(
      new Refusal(`The DynamoDB engine ended ${endOf(child)}, and the system with it: start it again, it goes on with what is stored.`),
    );
  child.once('exit', fail);
  if (endOf(child) !== undefined) fail();
  return {
    endpoint,
    failure: failure.promise,
    stop: () => {
      child.off('exit', fail);
      return endChild(child, 5000);
    },
  };
}

/** The binary that npm installed for this platform; elsewhere npx fetches the `dynoxide` package. */
function engineCommand(): [string, ...string[]] {
  const require = createRequire(import.meta.url);
  const binary = `@dynoxide/${process.platform}-${process.arch}/package.json`;
  try {
    return [join(dirname(require.resolve(binary)), 'dynoxide')];
  } catch {
    if (process.platform === 'linux' && process.arch === 'x64') throw missing();
    return ['npx', '--yes', 'dynoxide@1.2.1'];
  }
}

/** Asks until it is answered and the answer counts; false after the deadline, or once the process behind it has ended. */
async function answers(url: string, deadline: number, counts: () => boolean, hasEnded = () => false): Promise<boolean> {
  for (; Date.now() < deadline && !hasEnded(); await pause(25)) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(1000) });
      if (counts()) return true;
    } catch {
      // It does not listen yet.
    }
  }
  return false;
}
