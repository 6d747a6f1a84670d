import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { s3TextObjects } from '#shared/aws/text-objects.ts';
import { downloadText } from '#shared/bundles/download-text.ts';
import { maxFetchedBytes, type NewText } from '#shared/bundles/text.ts';
import { systemClock } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

const chunk = Buffer.from('a line of a specification\n'.repeat(2560));

/** Sends as many bytes as the path says, packed below `/gzip/`, and takes parts of uploads, of which it keeps nothing. */
const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    const [, coding, size] = (request.url ?? '').split('/');
    const packed = coding === 'gzip';
    response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : {});
    const out = packed ? createGzip({ level: 1 }) : response;
    if (packed) out.pipe(response);
    for (let sent = 0; sent < Number(size); sent += chunk.length) if (!out.write(chunk)) await once(out, 'drain');
    out.end();
    return;
  }
  request.resume();
  await once(request, 'end');
  if (request.method === 'PUT') measure();
  if (request.url?.includes('uploads'))
    response.end('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>');
  else response.writeHead(200, { etag: '"e"' }).end('<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>');
});

let peak = 0;
function measure(): void {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + external);
}

let url: string;
let client: S3Client;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new S3Client({ endpoint: url, region: 'eu-central-1', credentials, forcePathStyle: true, maxAttempts: 1 });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

/** Fetches a text of so many bytes, and returns the most memory that was in use beyond what was before. */
async function memoryFor(coding: string, bytes: number): Promise<number> {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  peak = 0;
  const wish = { id: 'f', url: `${url}/${coding}/${bytes}`, mode: 'SINGLE', status: { condition: 'INITIAL', timestamp: '' } } as const;
  const owner = { tenant: tenantId('t'), applicationId: 'a', id: 'd', fetchRequest: wish };
  const download = await downloadText(owner, wish, {
    http: guardedHttp({ allowLoopback: true }),
    tokens: { get: async () => '', forget: () => undefined },
    sealer: { open: async () => '' },
    textObjects: s3TextObjects(client, 'bucket'),
    clock: systemClock,
  });
  const { text } = download as { text: NewText };
  expect(text).toMatchObject({ bytes: Math.ceil(bytes / chunk.length) * chunk.length, objectKey: expect.any(String) });
  return peak - heapUsed - external;
}

it.each(['identity', 'gzip'])('a text of 60 MB takes no more memory than one of 10 MB, when it comes as %s', async (coding) => {
  const megabyte = 1024 * 1024;
  await memoryFor(coding, 10 * megabyte);
  const small = await memoryFor(coding, 10 * megabyte);
  const large = await memoryFor(coding, 60 * megabyte);
  expect(60 * megabyte).toBeLessThan(maxFetchedBytes);
  expect(large / small).toBeLessThan(2);
});
