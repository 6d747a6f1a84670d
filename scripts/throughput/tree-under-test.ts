import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalDescription } from '#local/local-description.ts';
import { cpuOf } from './cpu-of.ts';
import type { Answer, Batch, Send, Served, Started, WireRequest } from './messages.ts';
import type { Operation } from './operations.ts';
import { eventOf, httpSender } from './senders.ts';
import { filledTenant } from './tenant.ts';

export type Mode = 'in process' | 'over HTTP';

/** Cost of a number of requests. */
export interface Cost {
  readonly requests: number;
  /** Milliseconds: of the functions' process, or of all processes of the system. */
  readonly cpu: number;
  /** Calls to AWS; zero over HTTP, where they are not counted. */
  readonly calls: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
}

export type TreeUnderTest = Awaited<ReturnType<typeof treeUnderTest>>;

/** A tree with a running system, a filled tenant, and a process that calls its functions directly. */
export async function treeUnderTest(root: string, size: Parameters<typeof filledTenant>[2], flags: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'compass-throughput-'));
  const system = start('system-process.ts', root, [root, folder], [], process.env);
  const [{ description, environment }] = (await once(system, 'message')) as [Started<LocalDescription>];
  const functions = start('functions-process.ts', root, [root], flags, environment);
  await once(functions, 'message');
  const http = httpSender(description);

  const overHttp = async (requests: readonly WireRequest[]): Promise<Served> => {
    const before = cpuOf(description.pid);
    const answers: Answer[] = [];
    const times: number[] = [];
    for (const request of requests) {
      const started = performance.now();
      answers.push(await http.send(request));
      times.push(performance.now() - started);
    }
    return { answers, times, cpu: cpuOf(description.pid) - before, calls: 0 };
  };

  /** All requests of one call are for the same function. */
  const inProcess = async (requests: readonly WireRequest[]): Promise<Served> => {
    const batch: Batch = { function: requests[0]?.function ?? 'director', events: requests.map(eventOf) };
    functions.send(batch);
    const [served] = (await once(functions, 'message')) as [Served];
    return served;
  };

  const unmeasured: Send = async (requests) => (await overHttp(requests)).answers.map(withoutError);
  const tenant = await filledTenant(description, unmeasured, size);

  return {
    description,
    tenant,
    send: http.send,
    run: async ({ run, name }: Operation, mode: Mode, count: number): Promise<Cost> => {
      const all: Served[] = [];
      const measured: Send = async (requests) => {
        const served = await (mode === 'in process' ? inProcess : overHttp)(requests);
        all.push(served);
        return served.answers.map(withoutError);
      };
      await run(tenant, measured, count).catch((cause: unknown) => {
        throw new Error(`${name}, ${mode}, ${root}`, { cause });
      });
      return {
        requests: count,
        cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
        calls: all.reduce((sum, { calls }) => sum + calls, 0),
        times: all.flatMap(({ times }) => times),
      };
    },
    stop: async (): Promise<void> => {
      http.close();
      await Promise.all([ended(functions), ended(system)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const start = (
  script: string,
  root: string,
  args: readonly string[],
  flags: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ChildProcess =>
  fork(join(import.meta.dirname, script), [...args], {
    cwd: root,
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env,
  });

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.disconnect();
  await once(child, 'exit');
}

/** Throws unless a request was answered as it should be. */
export function withoutError(answer: Answer): Answer {
  const failed = answer.status !== 200 && answer.status !== 304;
  if (failed || answer.body.includes('"errors":')) throw new Error(`${answer.status}: ${answer.body.slice(0, 500)}`);
  return answer;
}
