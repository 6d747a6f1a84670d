import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { truststore } from '#shared/aws/truststore.ts';
import { hours, later, minutes, seconds } from '#shared/core/clock.ts';
import { aRoot } from '#test/support/client-certificates.ts';

const s3 = mockClient(S3Client);

afterAll(() => s3.restore());
beforeEach(() => {
  s3.reset();
  warnings = [];
});
afterEach(() => s3.reset());

const [old, next] = [await aRoot(), await aRoot()];
const object = (text: string) => ({ Body: { transformToString: async () => text } as never });

let now = new Date('2030-01-01T00:00:00Z');
let warnings: string[];
const log = { warn: (message: string, { readAt }: { error: Error; readAt?: unknown }) => warnings.push(`${message} (${readAt})`) };
const anchors = () => truststore('trust', 'truststore.pem', () => now, log);
const names = async (store: ReturnType<typeof anchors>) => (await store.certificates()).map(({ fingerprint256 }) => fingerprint256);

it('the truststore is read once in five minutes, however many requests need it', async () => {
  s3.on(GetObjectCommand, { Bucket: 'trust', Key: 'truststore.pem' }).resolves(object(old.file));
  const store = anchors();
  await Promise.all(Array.from({ length: 20 }, () => store.certificates()));
  now = later(now, minutes(5));
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
  expect(s3.commandCalls(GetObjectCommand)).toHaveLength(1);
});

it('the truststore knows a new root after five minutes, beside the old one while both are trusted', async () => {
  s3.on(GetObjectCommand)
    .resolvesOnce(object(old.file))
    .resolves(object(`${old.anchor}${next.anchor}`));
  const store = anchors();
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
  now = later(now, minutes(5) + 1);
  expect(await names(store)).toEqual([old.anchor.fingerprint256, next.anchor.fingerprint256]);
});

it('the truststore is read with the same client each time', async () => {
  s3.on(GetObjectCommand).resolves(object(old.file));
  const store = anchors();
  await store.certificates();
  now = later(now, minutes(5) + 1);
  await store.certificates();
  const [first, second] = s3.commandCalls(GetObjectCommand);
  expect(second?.thisValue).toBe(first?.thisValue);
});

it('the truststore is read again after a failure', async () => {
  s3.on(GetObjectCommand).rejectsOnce(new Error('throttled')).resolves(object(old.file));
  const store = anchors();
  await expect(store.certificates()).rejects.toThrow('throttled');
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
});

it('the truststore is never empty', async () => {
  s3.on(GetObjectCommand).resolves(object('# nothing'));
  await expect(anchors().certificates()).rejects.toThrow('the truststore trust/truststore.pem holds no certificate');
});

describe('while S3 fails', () => {
  const fails = () => s3.on(GetObjectCommand).rejects(new Error('unavailable'));
  async function stale() {
    s3.on(GetObjectCommand).resolves(object(old.file));
    const store = anchors();
    await store.certificates();
    s3.reset();
    fails();
    return store;
  }

  it('its last content counts for six hours, and the log says so', async () => {
    const [readAt, store] = [now, await stale()];
    now = later(readAt, hours(6));
    expect(await names(store)).toEqual([old.anchor.fingerprint256]);
    expect(warnings).toEqual([`truststore not readable, using the content read last (${readAt.toISOString()})`]);
  });

  it('nothing counts any more after that', async () => {
    const store = await stale();
    now = later(now, hours(6) + 1);
    await expect(store.certificates()).rejects.toThrow('unavailable');
  });

  it('a truststore without certificates counts as a failure', async () => {
    const store = await stale();
    s3.on(GetObjectCommand).resolves(object('# nothing'));
    now = later(now, minutes(6));
    expect(await names(store)).toEqual([old.anchor.fingerprint256]);
  });

  it('it is asked again every half minute, and its new content counts at once', async () => {
    const store = await stale();
    now = later(now, minutes(6));
    for (let count = 0; count < 5; count += 1) await store.certificates();
    expect(s3.commandCalls(GetObjectCommand)).toHaveLength(1);
    s3.on(GetObjectCommand).resolves(object(next.file));
    now = later(now, seconds(30) + 1);
    expect(await names(store)).toEqual([next.anchor.fingerprint256]);
  });
});
