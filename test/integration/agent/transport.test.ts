import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpsTransport } from '#agent/control-plane/https-transport.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serving(answer: (response: ServerResponse) => void): Promise<string> {
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?token=secret`;
}

const post = (url: string) => httpsTransport({ timeoutMilliseconds: 100 }).post(url, {}, '{}');

describe('the transport', () => {
  it('gives up on a server that does not answer, without printing the query of the address', async () => {
    const url = await serving(() => {});
    await expect(post(url)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+\/graphql did not answer in time$/);
  });

  it('gives up on a server that stops in the middle of its answer', async () => {
    const url = await serving((response) => response.writeHead(200).write('{"data":'));
    await expect(post(url)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('says that nobody listens', async () => {
    const url = await serving(() => {});
    await new Promise((resolve) => server.close(resolve));
    await expect(post(url)).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)$/);
  });

  it('hands on status, headers and body as they are', async () => {
    const url = await serving((response) => response.writeHead(429, { 'retry-after': '7' }).end('slow down'));
    expect(await post(url)).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, body: 'slow down' });
  });
});
