import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSigned } from '#local/aws/request-signature.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { documentClient } from '#shared/table/document-client.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
let server: Server;
let received: Received[];
/** Faults of the next requests; those after them are answered. */
let faults: ('cut' | 'throttled' | 'unreadable')[];
let table: ControlPlaneTable;

beforeEach(async () => {
  [received, faults] = [[], []];
  server = createServer(async (request, response) => {
    const content = await buffer(request);
    received.push({ headers: request.headers, body: JSON.parse(content.toString()) });
    const fault = faults.shift();
    if (fault === 'cut') return request.socket.destroy();
    response.writeHead(fault === 'throttled' ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    if (fault === 'throttled') return response.end(JSON.stringify({ __type: 'x#ThrottlingException', message: 'slow down' }));
    if (fault === 'unreadable') return response.end('{');
    response.end(JSON.stringify({ Responses: { t: [{ pk: { S: 'p' }, sk: { S: 's' }, count: { N: '3' } }] }, UnprocessedKeys: {} }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  table = controlPlaneTable(documentClient(), 't');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});

const read = () => batchRead(table, [{ pk: 'p', sk: 's' }], { attributes: 'pk, sk, #c' });
const isBySdk = ({ headers }: Received): boolean => String(headers['user-agent']).includes('aws-sdk-js');

describe('a direct call', () => {
  it('has the body and the result of the same call by the SDK, which makes the first one', async () => {
    const results = [await read(), await read()];
    expect(results[1]).toEqual(results[0]);
    expect(results[1]).toEqual([{ pk: 'p', sk: 's', count: 3 }]);
    expect(received.map(isBySdk)).toEqual([true, false]);
    expect(received[1]?.body).toEqual(received[0]?.body);
    for (const name of ['x-amz-target', 'content-type', 'host']) expect(received[1]?.headers[name]).toBe(received[0]?.headers[name]);
  });

  it('is signed for its content', async () => {
    await read();
    await read();
    const headers = received[1]?.headers ?? {};
    expect(isSigned({ method: 'POST', url: '/', headers }, credentials, new Date())).toBe(true);
    expect(isSigned({ method: 'POST', url: '/', headers }, { ...credentials, secretAccessKey: 'other' }, new Date())).toBe(false);
  });

  it('is signed with the token of temporary credentials', async () => {
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    await read();
    await read();
    const headers = received[1]?.headers ?? {};
    expect(headers['x-amz-security-token']).toBe('token');
    expect(headers.authorization).toContain('x-amz-security-token');
  });

  it.each(['cut', 'throttled', 'unreadable'] as const)('is made again by the SDK where its answer is %s', async (fault) => {
    await read();
    faults = [fault];
    expect(await read()).toEqual([{ pk: 'p', sk: 's', count: 3 }]);
    expect(received.map(isBySdk)).toEqual([true, false, true]);
  });

  it('fails as the call of the SDK does, after its attempts', async () => {
    await read();
    server.close();
    server.closeAllConnections();
    await expect(batchRead(table, [{ pk: 'p', sk: 's' }], { firstDelay: 1 })).rejects.toThrow('not every item could be read');
  });
});
