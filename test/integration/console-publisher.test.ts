import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishConsole, removeConsole } from '#functions/console-publisher/publish-console.ts';
import { days, later } from '#shared/core/clock.ts';
import { type ObjectStore, startObjectStore } from '#test/support/object-store.ts';

let engine: ObjectStore;
let folder: string;
let buckets = 0;

beforeAll(async () => {
  engine = await startObjectStore();
  folder = await mkdtemp(join(tmpdir(), 'compass-console-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await engine.stop();
});

async function aBuild(files: Record<string, string>): Promise<string> {
  const build = await mkdtemp(join(folder, 'build-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(build, path, '..'), { recursive: true });
    await writeFile(join(build, path), content);
  }
  return build;
}

async function aSite() {
  buckets += 1;
  const bucket = `console-${buckets}`;
  await engine.client.send(new CreateBucketCommand({ Bucket: bucket }));
  return { objects: engine.client, bucket };
}

async function keysIn(Bucket: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: engine.client }, { Bucket })) {
    keys.push(...Contents.map(({ Key = '' }) => Key));
  }
  return keys.sort();
}

const configuration = '{"issuer":"https://login.example.com"}';
const first = { 'index.html': '<!doctype html>one', 'assets/index-1.js': 'one', 'assets/mark-1.svg': '<svg/>' };
const second = { 'index.html': '<!doctype html>two', 'assets/index-2.js': 'two' };
const now = () => new Date();

describe('the publisher of the console', () => {
  it('writes the files of the build and the configuration below /console/, with their types, to be kept as each may be', async () => {
    const site = await aSite();
    await publishConsole({
      ...site,
      configuration,
      clock: now,
      folder: await aBuild({ ...first, '.sources': 'digest', '.vite/manifest.json': '{}' }),
    });
    expect(await keysIn(site.bucket)).toEqual([
      'console/assets/index-1.js',
      'console/assets/mark-1.svg',
      'console/config.json',
      'console/index.html',
    ]);
    const head = async (Key: string) => {
      const { ContentType, CacheControl } = await engine.client.send(new HeadObjectCommand({ Bucket: site.bucket, Key }));
      return [ContentType, CacheControl];
    };
    expect(await head('console/assets/index-1.js')).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect(await head('console/index.html')).toEqual(['text/html; charset=utf-8', 'no-store']);
    expect(await head('console/config.json')).toEqual(['application/json', 'no-store']);
    const { Body } = await engine.client.send(new GetObjectCommand({ Bucket: site.bucket, Key: 'console/config.json' }));
    expect(await Body?.transformToString()).toBe(configuration);
  });

  it('keeps the files of the build before for open tabs, and deletes them after a month', async () => {
    const site = await aSite();
    await publishConsole({ ...site, configuration, clock: now, folder: await aBuild(first) });
    const folderOfSecond = await aBuild(second);
    await publishConsole({ ...site, configuration, clock: now, folder: folderOfSecond });
    expect(await keysIn(site.bucket)).toContain('console/assets/index-1.js');
    await publishConsole({ ...site, configuration, clock: () => later(new Date(), days(31)), folder: folderOfSecond });
    expect(await keysIn(site.bucket)).toEqual(['console/assets/index-2.js', 'console/config.json', 'console/index.html']);
  });

  it('writes nothing of a build without a page, so that what is served stays', async () => {
    const site = await aSite();
    const broken = publishConsole({ ...site, configuration, clock: now, folder: await aBuild({ 'assets/index-1.js': 'one' }) });
    await expect(broken).rejects.toThrow('the build of the console has no index.html');
    expect(await keysIn(site.bucket)).toEqual([]);
  });

  it('empties the bucket before the stack goes, also an empty one', async () => {
    const site = await aSite();
    await publishConsole({ ...site, configuration, clock: now, folder: await aBuild(first) });
    await removeConsole(site);
    expect(await keysIn(site.bucket)).toEqual([]);
    await removeConsole(site);
  });
});
