import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
  /** Receives the id of the process, for people who look for it. */
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

/** Describes how a process ended; undefined while it runs. */
export const endOf = ({ exitCode, signalCode }: ChildProcess): string | undefined =>
  signalCode === null ? (exitCode === null ? undefined : `with code ${exitCode}`) : `by ${signalCode}`;

/** Sends SIGTERM, and SIGKILL after `timeoutMs` milliseconds. */
export async function endChild(child: ChildProcess, timeoutMs: number): Promise<void> {
  if (endOf(child) !== undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await ended;
  clearTimeout(insist);
}
