import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { minutes } from '#shared/core/clock.ts';

interface CommandOptions {
  readonly cwd: string;
  /** The standard input. Default: none. */
  readonly input?: string;
  /** Leaves the standard input open, for a command that would end with it before the answer comes. */
  readonly keepsInputOpen?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Time for a command that downloads what it needs first. */
const maxCommandMs = minutes(10);
/** Characters of the output in an error. */
const maxQuoted = 4000;

/** Runs a command and returns its standard output. Throws an error with all of its output if it does not end with code 0. */
export async function command(name: string, given: readonly string[], options: CommandOptions): Promise<string> {
  const { cwd, input = '', keepsInputOpen = false, environment } = options;
  const child = spawn(name, given, {
    cwd,
    env: { ...process.env, ...environment },
    timeout: maxCommandMs,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  if (!keepsInputOpen) child.stdin.end();
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code === 0) return output;
  throw new Error(`${name} ${given.join(' ')} ended with ${code}:\n${`${output}${errors}`.slice(-maxQuoted)}`);
}

/** Error of something that a public registry does not give. The check is then left out. */
export const notObtained = 'NotObtained';

/** Runs a command that installs something from a public registry. Throws an error named `NotObtained` if it fails. */
export async function install(name: string, given: readonly string[], options: CommandOptions): Promise<string> {
  try {
    return await command(name, given, options);
  } catch (cause) {
    throw Object.assign(new Error(`${name} ${given.join(' ')} could not install it`, { cause }), { name: notObtained });
  }
}

/** Says whether the command is in a folder of PATH. */
export async function isInstalled(name: string): Promise<boolean> {
  const looks = (process.env.PATH ?? '').split(delimiter).map((folder) => access(join(folder, name), constants.X_OK));
  return (await Promise.allSettled(looks)).some(({ status }) => status === 'fulfilled');
}
