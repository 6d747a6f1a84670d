import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#local/refusal.ts';

const folder = join(import.meta.dirname, '../../.emulator');
const requirements = join(import.meta.dirname, 'requirements.txt');
const oldest = [3, 10] as const;

/**
 * Installs MiniStack from PyPI, once for each list of versions, into a virtual environment of its own below the project. Answers the
 * environment's Python. Throws Refusal where there is no Python to do it with.
 */
export async function installMiniStack(): Promise<string> {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const environment = join(folder, `python-${version}`);
  const python = join(environment, 'bin/python');
  const complete = join(environment, 'complete');
  if (existsSync(complete)) return python;
  await rm(environment, { recursive: true, force: true });
  run(systemPython(), ['-m', 'venv', environment], 'install the venv module of Python');
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], 'look whether PyPI is reached');
  await writeFile(complete, '');
  return python;
}

function systemPython(): string {
  const found = ['python3', 'python'].find((name) => {
    const [major = 0, minor = 0] =
      /^Python (\d+)\.(\d+)/
        .exec(textOf(name, ['--version']))
        ?.slice(1)
        .map(Number) ?? [];
    return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  });
  if (!found) throw new Refusal(`NOT RUN: the emulator needs Python ${oldest.join('.')} or later, and there is none on the PATH.`);
  return found;
}

const textOf = (command: string, args: readonly string[]): string => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

function run(command: string, args: readonly string[], advice: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Refusal(`NOT RUN: the emulator could not be installed; ${advice}.\n${stdout ?? ''}${stderr ?? ''}`);
}
