import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, storedAuthority } from '#local/authority/local-authority.ts';
import { writePrivateFile } from '#local/private-file.ts';
import { outcomeOf } from '#test/support/agent-process.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-private-'));
  file = join(folder, 'authority.pem');
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the expression where no file can grow beyond 1,024 bytes: what does not fit is cut off, as on a disk that runs full. */
function onFullDisk(module: string, expression: string) {
  const program = `const loaded = await import(${JSON.stringify(resolve(module))}); await loaded.${expression};`;
  const script = 'ulimit -f 2 && exec "$0" --input-type=module --eval "$1"';
  return outcomeOf(spawn('sh', ['-c', script, process.execPath, program], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

describe('a file of the runner that only its owner may read', () => {
  it('is replaced at once, and keeps its mode', async () => {
    await Promise.all(['a', 'b', 'c'].map((letter) => writePrivateFile(file, letter.repeat(100_000))));
    expect(await readFile(file, 'utf8')).toMatch(/^(a{100000}|b{100000}|c{100000})$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['authority.pem']);
  });

  it('stays as it was when the disk runs full, and nothing is left beside it', async () => {
    await writePrivateFile(file, 'old');
    const { code, errors } = await onFullDisk('local/private-file.ts', `writePrivateFile(${JSON.stringify(file)}, 'x'.repeat(1500))`);
    expect([code, errors]).toEqual([1, expect.stringContaining(`${file} cannot be written (EFBIG)`)]);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['authority.pem']);
  });
});

describe('the key of the local authority', () => {
  it('is not taken for written when the disk ran full, and the authority is made when there is room', async () => {
    const { code } = await onFullDisk('local/authority/local-authority.ts', `createAuthority(${JSON.stringify(file)}, 1, new Date())`);
    expect(code).toBe(1);
    expect(await storedAuthority(file)).toBeUndefined();
    const { certificatePem } = await createAuthority(file, 1, new Date());
    expect((await storedAuthority(file))?.certificatePem).toBe(certificatePem);
  });
});
