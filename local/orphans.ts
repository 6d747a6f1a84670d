import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DataFolder } from './data-folder.ts';
import { errorCodeOf } from './refusal.ts';

interface RunningProcess {
  readonly pid: number;
  readonly commandLine: string;
}

const pollInterval = 25;
/** Milliseconds that a process has to end by itself. */
const maxWaitMs = 2500;

/**
 * Ends the engine and the Agents that a killed runner left behind. They are recognised by the files in their command lines, not by records of the
 * runner, which may have been killed before it wrote one. The caller must hold the lock of the folder, so that none of them is in use.
 */
export const endOrphans = (folder: DataFolder): Promise<void> => endMarked(marksOf(folder));

/** The processes that use files in the folder, except this one. */
export const processesOf = (folder: Pick<DataFolder, 'table' | 'runtimes'>): Promise<RunningProcess[]> => marked(marksOf(folder));

const marksOf = ({ table, runtimes }: Pick<DataFolder, 'table' | 'runtimes'>) => [`--db-path ${join(table, '/')}`, agentsIn(runtimes)];

/** Part of the command line of each Agent whose Runtime is in the folder. */
export const agentsIn = (runtimes: string): string => `--config ${join(runtimes, '/')}`;

/** Ends the processes with one of the marks in their command line, and the groups that they lead. */
export async function endMarked(marks: readonly string[]): Promise<void> {
  signal(await marked(marks), 'SIGTERM');
  if (await areGone(marks, maxWaitMs)) return;
  // A process that is stopped by SIGSTOP ends by SIGKILL only.
  signal(await marked(marks), 'SIGKILL');
  await areGone(marks, maxWaitMs);
}

async function marked(marks: readonly string[]): Promise<RunningProcess[]> {
  return (await runningProcesses()).filter(
    ({ pid, commandLine }) => pid !== process.pid && marks.some((mark) => commandLine.includes(mark)),
  );
}

async function areGone(marks: readonly string[], milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while ((await marked(marks)).length > 0) {
    if (Date.now() > until) return false;
    await pause(pollInterval);
  }
  return true;
}

function signal(processes: readonly RunningProcess[], name: 'SIGTERM' | 'SIGKILL'): void {
  for (const target of processes.flatMap(({ pid }) => [-pid, pid])) {
    try {
      process.kill(target, name);
    } catch (error) {
      if (errorCodeOf(error) !== 'ESRCH') throw error;
    }
  }
}

const runningProcesses = (): Promise<RunningProcess[]> => (existsSync('/proc/self/cmdline') ? readProc() : askPs());

async function readProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      // The process ended meanwhile.
      commandLine: (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' '),
    })),
  );
}

async function askPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,args='], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, commandLine = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), commandLine }];
  });
}
