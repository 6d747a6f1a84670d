import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '20.20.2';

/** Path of a Node 20, the oldest that the packages of the Agent and the command line promise to run on: that of this machine, or one that npm brings into the folder. */
export async function node20(folder: string): Promise<string> {
  for (const place of (process.env.PATH ?? '').split(':')) {
    const node = join(place, 'node');
    const { stdout } = await run(node, ['--version']).catch(() => ({ stdout: '' }));
    if (stdout.startsWith('v20.')) return node;
  }
  const name = `node-${process.platform}-${process.arch}`;
  await run('npm', ['install', '--no-save', '--prefix', folder, `${name}@${version}`]);
  return join(folder, 'node_modules', name, 'bin/node');
}
