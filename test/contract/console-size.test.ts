import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOfFirstView } from '../../scripts/console/first-view.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-console-'));
  // Fails if the first view is larger than it may be.
  await promisify(execFile)(process.execPath, ['scripts/build-console.ts', '--out', folder]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the console', () => {
  it('has a first view of at most 200 KB, because its build fails otherwise', async () => {
    const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
    const files = filesOfFirstView(manifest);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(files.length).toBeLessThan(Object.keys(manifest).length);
  });

  it('is served under a policy without inline scripts and styles', async () => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });
});

describe('the first view', () => {
  it('counts what its entry imports, and not what is loaded later', () => {
    const manifest = {
      'index.html': { file: 'a.js', css: ['a.css'], imports: ['_b.js'] },
      '_b.js': { file: 'b.js', css: ['a.css', 'b.css'], imports: ['index.html'] },
      'later.tsx': { file: 'c.js' },
    };
    expect(filesOfFirstView(manifest)).toEqual(['a.js', 'a.css', 'b.js', 'b.css']);
  });
});
