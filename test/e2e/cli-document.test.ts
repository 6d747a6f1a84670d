import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
let folder: string;

/** The `compass` of the examples is the one of this checkout. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-document-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/compass'), `#!/bin/sh\nexec '${process.execPath}' '${resolve('cli/main.ts')}' "$@"\n`);
  await chmod(join(folder, 'bin/compass'), 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('docs/cli.md', () => {
  it('has examples that work from top to bottom', async () => {
    const page = await readFile('docs/cli.md', 'utf8');
    const blocks = [...page.matchAll(/```sh\n([\s\S]+?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(5);
    const env = {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: folder,
      COMPASS_LOCAL: join(inject('dataFolder'), 'local.json'),
      // The other examples of these tests are in the first tenant.
      COMPASS_TENANT: inject('system').tenants[1],
    };
    for (const block of blocks) {
      const outcome = await run('bash', ['-euo', 'pipefail', '-c', block], { cwd: folder, env }).catch((error) => error);
      expect({ block, code: outcome.code ?? 0, stderr: outcome.code ? outcome.stderr : '' }).toEqual({ block, code: 0, stderr: '' });
    }
  }, 300_000);
});
