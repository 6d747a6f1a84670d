import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { s3TextObjects } from '#shared/aws/text-objects.ts';

const mebibyte = 1024 * 1024;

interface Call {
  readonly line: string;
  readonly bytes: number;
}

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

/** The calls that an upload makes to S3, of which this server keeps no body. */
async function startUploads(answer: (line: string, response: ServerResponse) => void = accept) {
  const calls: Call[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    const { searchParams } = new URL(request.url ?? '', 'http://s3');
    const line = [request.method, ...['uploads', 'partNumber', 'uploadId'].filter((name) => searchParams.has(name))].join(' ');
    calls.push({ line, bytes: request.method === 'PUT' ? bytes : 0 });
    answer(line, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint, region: 'eu-central-1', credentials, forcePathStyle: true, maxAttempts: 1 });
  stop = async () => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  };
  return { calls, objects: s3TextObjects(client, 'bucket') };
}

function accept(line: string, response: ServerResponse): void {
  if (line === 'POST uploads') response.end('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>');
  else if (line.startsWith('POST')) response.end('<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>');
  else response.writeHead(200, { etag: '"e"' }).end();
}

async function* chunks(bytes: number, each = 64 * 1024): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < bytes; sent += each) yield Buffer.alloc(Math.min(each, bytes - sent), 'x');
}

describe('an object that is stored as it arrives', () => {
  it('is sent in parts of 5 MB, of which the last one is smaller, and then completed', async () => {
    const { calls, objects } = await startUploads();
    await objects.putStream('key', chunks(12 * mebibyte));
    expect(calls).toEqual([
      { line: 'POST uploads', bytes: 0 },
      ...[5, 5, 2].map((size) => ({ line: 'PUT partNumber uploadId', bytes: expect.closeTo(size * mebibyte, -3) })),
      { line: 'POST uploadId', bytes: 0 },
    ]);
  });

  it('is sent by one request if it fits into one part', async () => {
    const { calls, objects } = await startUploads();
    await objects.putStream('key', chunks(mebibyte));
    expect(calls).toEqual([{ line: 'PUT', bytes: expect.closeTo(mebibyte, -3) }]);
  });

  it('is given up when what arrives ends with an error, which is thrown', async () => {
    const { calls, objects } = await startUploads();
    async function* broken(): AsyncGenerator<Buffer> {
      yield* chunks(6 * mebibyte);
      throw new Error('cut off');
    }
    await expect(objects.putStream('key', broken())).rejects.toThrow('cut off');
    expect(calls.map(({ line }) => line)).toEqual(['POST uploads', 'PUT partNumber uploadId', 'DELETE uploadId']);
  });

  it('is given up when a part is not taken', async () => {
    const { calls, objects } = await startUploads((line, response) =>
      line.startsWith('PUT') ? response.writeHead(500).end() : accept(line, response),
    );
    await expect(objects.putStream('key', chunks(6 * mebibyte))).rejects.toThrow();
    expect(calls.map(({ line }) => line)).toEqual(['POST uploads', 'PUT partNumber uploadId', 'DELETE uploadId']);
  });
});
