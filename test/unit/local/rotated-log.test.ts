import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rotatedLog } from '#local/bus/rotated-log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-rotated-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('a log keeps two files at most, the latest lines in the one with its name, across restarts', async () => {
  const file = join(folder, 'events.jsonl');
  for (const lines of [['one', 'two'], ['three'], ['four', 'five']]) {
    const append = rotatedLog(file, 10);
    for (const line of lines) await append([line]);
  }
  expect((await readdir(folder)).sort()).toEqual(['events.1.jsonl', 'events.jsonl']);
  expect(await readFile(join(folder, 'events.1.jsonl'), 'utf8')).toBe('one\ntwo\nthree\n');
  expect(await readFile(file, 'utf8')).toBe('four\nfive\n');
  await rotatedLog(file, 10)(['six', 'seven']);
  expect(await readFile(file, 'utf8')).toBe('six\nseven\n');
});
