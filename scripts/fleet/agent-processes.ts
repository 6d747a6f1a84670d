import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Fault, Order, Report } from './messages.ts';

/** Agents of one process. */
const perProcess = 250;

export interface AgentProcesses {
  readonly count: number;
  /** Starts all Agents, `perSecond` in a second. */
  start(folders: readonly string[], perSecond: number, periodSeconds: number): Promise<void>;
  meet(fault: Fault): void;
  reports(): Promise<Report[]>;
  /** Ends them as SIGTERM does. Returns the code of each process. */
  stop(): Promise<(number | null)[]>;
  kill(): void;
}

export async function startAgentProcesses(agents: number, seed: number): Promise<AgentProcesses> {
  const count = Math.ceil(agents / perProcess);
  const processes = await Promise.all(Array.from({ length: count }, (_, number) => startOne(seed, number)));
  const order = (child: ChildProcess, one: Order) => child.send(one);
  const answered = async (child: ChildProcess, one: Order): Promise<unknown> => {
    const answer = once(child, 'message');
    order(child, one);
    return (await answer)[0];
  };
  return {
    count,
    async start(folders, perSecond, periodSeconds) {
      const interval = (1000 * count) / perSecond;
      const shareOf = (number: number) => folders.filter((_, at) => at % count === number);
      await Promise.all(
        processes.map((child, number) => answered(child, { kind: 'start', folders: shareOf(number), interval, periodSeconds })),
      );
    },
    meet(fault) {
      for (const child of processes) order(child, { kind: 'fault', fault });
    },
    reports: () => Promise.all(processes.map(async (child) => (await answered(child, { kind: 'report' })) as Report)),
    stop: () =>
      Promise.all(
        processes.map(async (child) => {
          const ended = once(child, 'exit');
          order(child, { kind: 'stop' });
          return (await ended)[0] as number | null;
        }),
      ),
    kill() {
      for (const child of processes) child.kill('SIGKILL');
    },
  };
}

async function startOne(seed: number, number: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'agents-process.ts'), [String(seed), String(number)], { execArgv: ['--expose-gc'] });
  await once(child, 'message');
  return child;
}
