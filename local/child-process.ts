import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { readFileIfPresent } from './private-file.ts';

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
  /** Remembers the process, so that the next start can end it if this one could not. */
  readonly pidFile: string;
}

/** Starts a process in a group of its own: Ctrl-C reaches the runner only, which then ends its children in the right order. */
export async function startChild({ command, args, options, pidFile }: Command): Promise<ChildProcess> {
  const child = spawn(command, args, { ...options, detached: true });
  const failure = new Promise<never>((_, reject) => child.once('error', reject));
  await Promise.race([new Promise((resolve) => child.once('spawn', resolve)), failure]);
  failure.catch(() => undefined);
  // A runner that crashes takes its children along.
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await writeFile(pidFile, String(child.pid), { mode: 0o600 });
  return child;
}

/** Asks the process to end, and insists after `timeoutMs` milliseconds. */
export async function endChild(child: ChildProcess, timeoutMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await ended;
  clearTimeout(insist);
}

/**
 * Ends the process that a killed runner left behind. `mark` must be part of its command line, because the process id may
 * have been reused.
 */
export async function endOrphan(pidFile: string, mark: string): Promise<void> {
  const pid = Number(await readFileIfPresent(pidFile));
  if (pid > 1 && (await commandLineOf(pid)).includes(mark)) {
    process.kill(pid, 'SIGTERM');
    for (let tries = 0; tries < 50 && (await commandLineOf(pid)).includes(mark); tries += 1) await pause(50);
  }
  await rm(pidFile, { force: true });
}

/** Empty where there is no such process, and on systems without /proc. */
async function commandLineOf(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
