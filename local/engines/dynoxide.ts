import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, endOf, startChild } from '../child-process.ts';
import { loopback } from '../http-server.ts';
import { Refusal } from '../refusal.ts';
import { freePort } from './free-port.ts';

export interface DynamoEngine {
  readonly endpoint: string;
  /** Resolves if the engine ends by itself. Never settles for an engine that was running before. */
  readonly failure: Promise<Refusal>;
  stop(): Promise<void>;
}

const missing = () =>
  new Refusal(
    'The DynamoDB engine is missing: run "npm ci" without --omit=optional, or set COMPASS_DYNAMODB_ENDPOINT to the URL of DynamoDB Local or LocalStack.',
  );

/** Starts the DynamoDB engine on the files in `folder`, or uses the one that already answers at `endpoint`. */
export async function startDynamoEngine(folder: string, endpoint: string | undefined): Promise<DynamoEngine> {
  if (endpoint) {
    await answering(endpoint, 50, () => false);
    return { endpoint, failure: Promise.withResolvers<never>().promise, stop: async () => undefined };
  }
  const pidFile = join(folder, 'dynoxide.pid');
  const database = join(folder, 'table.sqlite');
  const port = await freePort();
  const [command, ...prefix] = engineCommand();
  const args = [...prefix, 'serve', '--host', loopback, '--port', String(port), '--db-path', database];
  const child = await startChild({ command, args, pidFile, options: { stdio: 'ignore' } }).catch(() => {
    throw missing();
  });
  const url = `http://${loopback}:${port}`;
  try {
    await answering(url, 400, () => endOf(child) !== undefined);
  } catch (error) {
    await endChild(child, 2000);
    throw error;
  }
  const failure = Promise.withResolvers<Refusal>();
  const fail = () =>
    failure.resolve(
      new Refusal(`The DynamoDB engine ended ${endOf(child)}, and the system with it: start it again, it goes on with what is stored.`),
    );
  child.once('exit', fail);
  if (endOf(child) !== undefined) fail();
  return {
    endpoint: url,
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

async function answering(url: string, tries: number, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (hasEnded()) break;
    try {
      await fetch(url, { signal: AbortSignal.timeout(1000) });
      return;
    } catch {
      await pause(25);
    }
  }
  throw new Refusal(
    `The DynamoDB engine at ${url} does not answer: look whether it runs, or remove COMPASS_DYNAMODB_ENDPOINT to use the built-in one.`,
  );
}
