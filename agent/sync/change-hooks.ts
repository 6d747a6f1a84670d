import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, utimes } from 'node:fs/promises';
import * as z from 'zod';
import { AgentError, errorCode, messageOf } from '../agent-error.ts';
import type { Environment } from '../control-plane/proxy.ts';
import type { Log } from '../log.ts';
import type { StoredJson } from '../state/stored-json.ts';
import type { ApplyApplications } from './apply-applications.ts';

export interface ChangeHooks {
  /** Run by the shell. */
  readonly command?: string | undefined;
  /** Made where there is none; its time is set. */
  readonly file?: string | undefined;
}

/** The record that Applications changed since the hooks last succeeded. */
export const unannouncedSchema = z.object({ since: z.string() });

interface HookDeps {
  readonly hooks: ChangeHooks;
  /** Written before the first change, so that no crash loses it: hooks run at least once for each change. */
  readonly unannounced: StoredJson<z.infer<typeof unannouncedSchema>>;
  readonly stateFolder: string;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Runs the hooks after Applications were applied, if anything changed since they ended well. */
export function changeHooks(deps: HookDeps) {
  const { hooks, unannounced, now, log } = deps;
  let changed = false;

  /** Records that Applications are about to change. A failure of the record does not stop applying. */
  async function noteChange(): Promise<void> {
    if (changed) return;
    changed = true;
    await unannounced
      .save({ since: now().toISOString() })
      .catch((cause) => log('error', 'state cannot be written', { reason: messageOf(cause) }));
  }

  async function announce(): Promise<string | undefined> {
    changed ||= (await unannounced.load()) !== undefined;
    if (!changed) return undefined;
    try {
      await runHooks(deps);
      changed = false;
      await unannounced.clear();
      return undefined;
    } catch (error) {
      changed = true;
      return messageOf(error);
    }
  }

  return {
    around(applying: (beforeChange?: () => Promise<void>) => ApplyApplications): ApplyApplications {
      if (hooks.command === undefined && hooks.file === undefined) return applying();
      const apply = applying(noteChange);
      return async (view) => {
        const applied = await apply(view);
        const problem = await announce();
        return problem === undefined ? applied : { ...applied, problems: [...applied.problems, problem] };
      };
    },
  };
}

async function runHooks({ hooks: { command, file }, stateFolder, environment, log, signal }: HookDeps): Promise<void> {
  signal.throwIfAborted();
  if (file !== undefined) await touch(file);
  if (command === undefined) return;
  await runCommand(command, { ...withoutSecrets(environment), COMPASS_STATE_DIR: stateFolder }, signal);
  log('info', 'command of --on-change ended');
}

async function touch(file: string): Promise<void> {
  try {
    const now = new Date();
    await utimes(file, now, now).catch(async () => (await open(file, 'a', 0o600)).close());
  } catch (cause) {
    throw new AgentError('unavailable', `cannot touch ${file} of --touch-on-change (${errorCode(cause)})`, { cause });
  }
}

const withoutSecrets = ({ TOKEN: _, ...environment }: Environment): Environment => environment;

/** Milliseconds that a command may take, and its time to end after SIGTERM. */
const maxCommandMs = 60_000;
const grace = 2000;

/** Runs a command with all that it starts as one group of processes, so that the whole of it can be ended. */
async function runCommand(command: string, env: Environment, stop: AbortSignal): Promise<void> {
  const child = spawn(command, { shell: true, detached: true, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const limit = AbortSignal.timeout(maxCommandMs);
  const signal = AbortSignal.any([stop, limit]);
  let kill: NodeJS.Timeout | undefined;
  const end = () => {
    signalGroup(child.pid, 'SIGTERM');
    kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code, name] = await once(child, 'exit');
    if (limit.aborted) throw new AgentError('unavailable', `the command of --on-change was ended after ${maxCommandMs / 1000} s`);
    if (code !== 0) throw new AgentError('unavailable', `the command of --on-change ended with ${name ?? `code ${code}`}`);
  } finally {
    clearTimeout(kill);
    if (signal.aborted) signalGroup(child.pid, 'SIGKILL');
    signal.removeEventListener('abort', end);
  }
}

function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended.
  }
}
