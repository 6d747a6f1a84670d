import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { AgentUnderTest } from './agent-under-test.ts';

/** The agent as a program of its own. */
export function startAgent(agent: AgentUnderTest, ...options: string[]): ChildProcess {
  return spawn(process.execPath, programOf(agent, options), { stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * The same, where no file can grow beyond `bytes` (a multiple of 512): what does not fit is cut off in the middle, as on a disk that runs full, and
 * the write fails.
 */
export function startAgentWithFileLimit(agent: AgentUnderTest, bytes: number, ...options: string[]): ChildProcess {
  const script = `ulimit -f ${bytes / 512} && exec "$0" "$@"`;
  return spawn('sh', ['-c', script, process.execPath, ...programOf(agent, options)], { stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function outcomeOf(child: ChildProcess) {
  if (child.stdout === null || child.stderr === null) throw new Error('the process has no output');
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { output, errors, code };
}

const programOf = ({ configFile, stateFolder }: AgentUnderTest, options: readonly string[]): string[] => [
  'agent/main.ts',
  '--config',
  configFile,
  '--state-dir',
  stateFolder,
  ...options,
];
