import { join } from 'node:path';
import { command, install } from '../command.ts';

/** Makes a virtual environment in the folder with these packages. Returns a function that runs its Python. */
export async function pythonWith(folder: string, packages: readonly string[]): Promise<(...given: string[]) => Promise<string>> {
  await command('python3', ['-m', 'venv', 'environment'], { cwd: folder });
  const python = join(folder, 'environment/bin/python');
  await install(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], { cwd: folder });
  return (...given) => command(python, given, { cwd: folder });
}
