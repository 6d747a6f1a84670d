import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { node20 } from '#test/support/node-20.ts';

const run = promisify(execFile);
let folder: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-package-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: 'cli' });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  installed = join(folder, 'installed');
  await mkdir(installed);
  // Offline: the package needs no other.
  await run('npm', ['install', '--offline', '--prefix', installed, join(folder, tarball)], { cwd: installed });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the installed command in a folder that has nothing else, by this Node. */
async function compass(node: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const local = join(inject('dataFolder'), 'local.json');
  const env = { PATH: `${dirname(node)}:/usr/bin:/bin`, HOME: folder, COMPASS_LOCAL: local };
  return await run(join(installed, 'node_modules/.bin/compass'), args, { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

describe('the package of the command line', () => {
  it('brings everything that runs, licenses, and nothing of the sources', async () => {
    const files = await readdir(join(installed, 'node_modules/compass-cli'), { recursive: true });
    expect(files.sort()).toEqual(['README.md', 'dist', 'dist/LICENSE', 'dist/THIRD-PARTY-LICENSES.txt', 'dist/compass.js', 'package.json']);
    const licenses = await readFile(join(installed, 'node_modules/compass-cli/dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const library of ['commander', 'oauth4webapi', 'yaml', 'zod']) expect(licenses).toContain(`${library} `);
  });

  it('speaks to a control plane on Node 20, and on this Node', async () => {
    for (const node of [await node20(folder), process.execPath]) {
      const { code, stdout } = await compass(node, 'profile', 'show', '--output', 'json');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ name: 'local', viewer: { type: 'USER' } });
    }
  });

  it('ends with the code of what went wrong', async () => {
    expect(await compass(process.execPath, '--nonsense')).toMatchObject({ code: 2 });
    expect(await compass(process.execPath, 'app', 'get', 'absent')).toMatchObject({ code: 4, stdout: '' });
    expect(await compass(process.execPath, 'app', 'list', '--profile', 'absent')).toMatchObject({ code: 2 });
  });
});
