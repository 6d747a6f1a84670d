import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { endOf } from '#local/child-process.ts';
import { command } from '../command.ts';

export interface DocumentedProcess {
  /** Returns the output so far. */
  readonly output: () => string;
  /** Describes how it ended; undefined while it runs. */
  readonly end: () => string | undefined;
  /** Ends it and all that it started. */
  readonly stop: () => Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** The arguments by which bash runs a block of commands, up to the first that fails. */
const block = (commands: string): string[] => ['-euo', 'pipefail', '-c', commands];

/** Runs a block of shell commands to its end, and returns its output. Throws if a command fails. */
export const runDocumented = (commands: string, cwd: string, environment?: Environment): Promise<string> =>
  command('bash', block(commands), { cwd, ...(environment && { environment }) });

/** Starts a block of shell commands that goes on until it is stopped. */
export function startDocumented(commands: string, cwd: string, environment: Environment): DocumentedProcess {
  // A group of its own, because package managers run programs as children of theirs.
  const child = spawn('bash', block(commands), {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => written.push(part));
  return { output: () => written.join(''), end: () => endOf(child), stop: () => endGroup(child) };
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (endOf(child) !== undefined || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
