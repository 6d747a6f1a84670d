import 'reflect-metadata';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { truststore } from '#shared/aws/truststore.ts';
import { later, minutes } from '#shared/core/clock.ts';
import { aRoot } from '#test/support/client-certificates.ts';

const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());
afterEach(() => s3.reset());

const [old, next] = [await aRoot(), await aRoot()];
const object = (text: string) => ({ Body: { transformToString: async () => text } as never });

let now = new Date('2030-01-01T00:00:00Z');
const anchors = () => truststore('trust', 'truststore.pem', () => now);
const names = async (store: ReturnType<typeof anchors>) => (await store.certificates()).map(({ fingerprint256 }) => fingerprint256);

it('is read once in five minutes, however many ask', async () => {
  s3.on(GetObjectCommand, { Bucket: 'trust', Key: 'truststore.pem' }).resolves(object(old.file));
  const store = anchors();
  await Promise.all(Array.from({ length: 20 }, () => store.certificates()));
  now = later(now, minutes(5));
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
  expect(s3.commandCalls(GetObjectCommand)).toHaveLength(1);
});

it('knows a new root after five minutes, beside the old one while both are trusted', async () => {
  s3.on(GetObjectCommand)
    .resolvesOnce(object(old.file))
    .resolves(object(`${old.anchor}${next.anchor}`));
  const store = anchors();
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
  now = later(now, minutes(5) + 1);
  expect(await names(store)).toEqual([old.anchor.fingerprint256, next.anchor.fingerprint256]);
});

it('is read again after a failure', async () => {
  s3.on(GetObjectCommand).rejectsOnce(new Error('throttled')).resolves(object(old.file));
  const store = anchors();
  await expect(store.certificates()).rejects.toThrow('throttled');
  expect(await names(store)).toEqual([old.anchor.fingerprint256]);
});

it('is never empty', async () => {
  s3.on(GetObjectCommand).resolves(object('# nothing'));
  await expect(anchors().certificates()).rejects.toThrow('the truststore trust/truststore.pem holds no certificate');
});
