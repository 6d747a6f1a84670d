import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { minutes } from '#shared/core/clock.ts';
import { endChild, endOf, startChild } from '../child-process.ts';
import type { RuntimeStore } from './runtime-store.ts';

const repository = join(import.meta.dirname, '../..');
const stopTimeoutMs = 5000;
const firstPauseMs = 500;
const maxPauseMs = 30_000;
/** Milliseconds after which an agent counts as healthy, so that its next failure is the first. */
const settledAfter = minutes(1);

export interface AgentProcess {
  readonly state: () => 'running' | 'restarting';
  stop(): Promise<void>;
}

interface Agent {
  readonly id: string;
  readonly store: RuntimeStore;
  readonly caFile: string;
  /** Period of the agent's polls where the server names none, in seconds; the agent's own default without it. */
  readonly syncPeriodSeconds?: number;
}

/** Keeps a Runtime Agent running: an agent that ends is started again, after a pause that grows while it keeps failing. */
export function agentProcess({ id, store, caFile, syncPeriodSeconds }: Agent): AgentProcess {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;

  const runOnce = async (): Promise<void> => {
    const log = await open(store.logOf(id), 'a', 0o600);
    try {
      const started = await startChild({
        command: process.execPath,
        args: [
          join(repository, 'agent/main.ts'),
          '--config',
          store.configurationOf(id),
          '--state-dir',
          store.stateFolderOf(id),
          '--ca',
          caFile,
          ...(syncPeriodSeconds === undefined ? [] : ['--sync-period', String(syncPeriodSeconds)]),
        ],
        pidFile: store.pidFileOf(id),
        options: { cwd: repository, stdio: ['ignore', log.fd, log.fd], env: agentEnvironment },
      });
      child = started;
      if (stopping.signal.aborted) await endChild(started, stopTimeoutMs);
      await new Promise<void>((resolve) => (endOf(started) === undefined ? started.once('exit', () => resolve()) : resolve()));
    } finally {
      child = undefined;
      await log.close();
    }
  };

  const keepRunning = async (): Promise<void> => {
    let pause = firstPauseMs;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      await runOnce().catch((error) => console.error(error));
      pause = Date.now() - startedAt > settledAfter ? firstPauseMs : Math.min(maxPauseMs, pause * 2);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = keepRunning();

  return {
    state: () => (child ? 'running' : 'restarting'),
    stop: async () => {
      stopping.abort();
      if (child) await endChild(child, stopTimeoutMs);
      await running;
    },
  };
}

/** Variables of an agent. The runner's own environment, with its access key, is not passed on. */
const agentEnvironment = {};
