import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareDataFolder } from '#local/data-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'compass-folder-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('the data folder', () => {
  it('has a file of events before the first event, for its owner only', async () => {
    const { events } = prepareDataFolder(join(root, 'data'));
    expect(await readFile(events, 'utf8')).toBe('');
    expect((await stat(events)).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'data'))).mode & 0o777).toBe(0o700);
  });

  it('keeps the events of earlier starts', async () => {
    const { events } = prepareDataFolder(root);
    await writeFile(events, '{}\n');
    prepareDataFolder(root);
    expect(await readFile(events, 'utf8')).toBe('{}\n');
  });
});
