import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalDescription } from '#local/local-description.ts';
import { endTreeProcess, startTreeProcess } from '../bench/tree-process.ts';
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
  const system = await startSystem(root, folder);
  const { description, environment } = system.message;
  const script = join(import.meta.dirname, 'functions-process.ts');
  const { child: functions } = await startTreeProcess({ script, root, flags, env: environment });
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
      await Promise.all([functions, system.child].map(endTreeProcess));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the one-machine system of a tree, without background work unless the arguments ask for it. */
export const startSystem = (root: string, folder: string, args: readonly string[] = []) =>
  startTreeProcess<Started<LocalDescription>>({ script: join(import.meta.dirname, 'system-process.ts'), root, args: [folder, ...args] });

/** Throws unless a request was answered as it should be. */
export function withoutError(answer: Answer): Answer {
  const failed = answer.status !== 200 && answer.status !== 304;
  if (failed || answer.body.includes('"errors":')) throw new Error(`${answer.status}: ${answer.body.slice(0, 500)}`);
  return answer;
}
