import { createServer, type IncomingMessage } from 'node:http';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { isSigned } from '#local/aws/request-signature.ts';
import { close, listen } from '#local/http-server.ts';

const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret' };
const key = "a b/ü('~).json";

/** The request that a client sends. */
async function requestOf(send: (settings: object) => Promise<unknown>, signer = credentials): Promise<IncomingMessage> {
  const seen = Promise.withResolvers<IncomingMessage>();
  const server = createServer((request, response) => {
    seen.resolve(request);
    response.writeHead(403).end();
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  await send({ endpoint, region: 'eu-central-1', credentials: signer, maxAttempts: 1, forcePathStyle: true }).catch(() => undefined);
  server.closeAllConnections();
  await close(server);
  return seen.promise;
}

const requests: [string, (settings: object) => Promise<unknown>][] = [
  ['a listing', (settings) => new S3Client(settings).send(new ListObjectsV2Command({ Bucket: 'b', Prefix: 't/ä ', MaxKeys: 1 }))],
  ['an object to store', (settings) => new S3Client(settings).send(new PutObjectCommand({ Bucket: 'b', Key: key, Body: 'text' }))],
  ['a message', (settings) => new SQSClient(settings).send(new GetQueueUrlCommand({ QueueName: 'q' }))],
];

describe('a signature', () => {
  it.each(requests)('of %s is that of this run', async (_, send) => {
    expect(isSigned(await requestOf(send), credentials, new Date())).toBe(true);
  });

  it.each(requests)('of %s with another secret, or key, is not', async (_, send) => {
    for (const other of [{ secretAccessKey: 'guessed' }, { accessKeyId: 'OTHER' }]) {
      expect(isSigned(await requestOf(send, { ...credentials, ...other }), credentials, new Date())).toBe(false);
    }
  });

  it.each([{}, { authorization: 'Bearer x' }, { authorization: 'AWS4-HMAC-SHA256 Credential=LOCALTEST/' }])(
    'is missing in %j',
    (headers) => {
      expect(isSigned({ method: 'GET', url: '/', headers }, credentials, new Date())).toBe(false);
    },
  );
});

describe('a signed address', () => {
  const addressFor = async (expiresIn: number, signer = credentials): Promise<URL> => {
    const client = new S3Client({ endpoint: 'http://127.0.0.1:9', region: 'eu-central-1', credentials: signer, forcePathStyle: true });
    const command = new GetObjectCommand({ Bucket: 'b', Key: key, ResponseContentDisposition: 'attachment' });
    return new URL(await getSignedUrl(client as never, command as never, { expiresIn }));
  };
  const isTaken = ({ pathname, search, host }: URL, { method = 'GET', after = 0 } = {}) =>
    isSigned({ method, url: pathname + search, headers: { host } }, credentials, new Date(Date.now() + after));

  it('is taken until it expires', async () => {
    const address = await addressFor(60);
    expect(isTaken(address)).toBe(true);
    expect(isTaken(address, { after: 61_000 })).toBe(false);
  });

  it.each([
    ['another object', (address: string) => address.replace('/b/', '/b/other')],
    ['a longer time', (address: string) => address.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
    ['another use', (address: string) => `${address}&tagging=`],
  ])('is not taken for %s', async (_, changed) => {
    expect(isTaken(new URL(changed((await addressFor(60)).href)))).toBe(false);
  });

  it('is not taken for another method, nor by another secret', async () => {
    expect(isTaken(await addressFor(60), { method: 'DELETE' })).toBe(false);
    expect(isTaken(await addressFor(60, { ...credentials, secretAccessKey: 'guessed' }))).toBe(false);
  });
});
