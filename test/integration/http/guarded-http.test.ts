import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import type { GuardedRequest } from '#shared/http/guarded-call.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';
import type { Resolve } from '#shared/http/target.ts';

let server: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    if (incoming.url === '/drip') {
      outgoing.writeHead(200).write('one byte and no more');
      return;
    }
    if (incoming.url === '/flood') {
      outgoing.writeHead(200);
      const flood = (): void => {
        while (!outgoing.destroyed && outgoing.write('x'.repeat(65_536)));
        if (!outgoing.destroyed) outgoing.once('drain', flood);
      };
      flood();
      return;
    }
    if (incoming.url === '/missing') {
      outgoing.writeHead(404).end('not here');
      return;
    }
    if (incoming.url === '/upgrade') {
      incoming.socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: other\r\nconnection: upgrade\r\n\r\n');
      return;
    }
    if (incoming.url === '/redirect') {
      outgoing.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
      return;
    }
    outgoing.writeHead(200, { 'x-host': incoming.headers.host ?? '' }).end('hello');
  });
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const request = (url: string, timeout = 2000): GuardedRequest => ({ method: 'GET', url, headers: {}, timeout });

describe('guardedHttp', () => {
  it('takes no other protocol, and does not wait for what would come then', async () => {
    const answer = await guardedHttp({ allowLoopback: true })(request(`http://127.0.0.1:${port}/upgrade`));
    expect(answer).toMatchObject({ status: 101, body: Buffer.alloc(0) });
    expect(answer.header('upgrade')).toBe('other');
  });

  it('connects to the address that was checked and does not resolve a second time', async () => {
    let asked = 0;
    const http = guardedHttp({
      allowLoopback: true,
      resolve: (host) => {
        asked += 1;
        return loopback(host);
      },
    });
    const answer = await http(request(`http://receiver.example:${port}/`));
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('hello'), truncated: false });
    expect(answer.header('x-host')).toBe(`receiver.example:${port}`);
    expect(asked).toBe(1);
  });

  it('checks on every call, so that a name may not move to a private address between them', async () => {
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1'];
    const http = guardedHttp({ allowLoopback: true, resolve: async () => [{ address: answers.shift() ?? '', family: 4 }] });
    const url = `http://receiver.example:${port}/`;
    await expect(http(request(url))).resolves.toMatchObject({ status: 200 });
    await expect(http(request(url))).rejects.toMatchObject({ code: 'TargetRefused' });
    await expect(http(request(url))).resolves.toMatchObject({ status: 200 });
  });

  it('opens no connection to what it refuses', async () => {
    const before = connections;
    const http = guardedHttp({ allowLoopback: false, resolve: loopback });
    await expect(http(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({ code: 'TargetRefused' });
    await expect(http(request('https://receiver.example/'))).rejects.toMatchObject({ code: 'TargetRefused' });
    expect(connections).toBe(before);
  });

  it('refuses localhost by what the system resolves it to', async () => {
    const http = guardedHttp({ allowLoopback: false });
    await expect(http(request('https://localhost/'))).rejects.toMatchObject({ code: 'TargetRefused' });
  });

  it('follows no redirect', async () => {
    const http = guardedHttp({ allowLoopback: true });
    const before = connections;
    await expect(http(request(`http://127.0.0.1:${port}/redirect`))).resolves.toMatchObject({ status: 307 });
    expect(connections).toBe(before + 1);
  });

  it.each([
    ['16 KB', undefined, 16_384],
    ['as much as the caller wants', 1_000_000, 1_000_000],
  ])('reads %s of an answer and no more', async (_, maxBytes, expected) => {
    const http = guardedHttp({ allowLoopback: true });
    const { body, truncated } = await http({ ...request(`http://127.0.0.1:${port}/flood`), maxBytes });
    expect(body).toHaveLength(expected);
    expect(truncated).toBe(true);
  });

  it.each([
    [5, false],
    [4, true],
  ])('tells an answer of 5 bytes cut at %d from a complete one', async (maxBytes, expected) => {
    const http = guardedHttp({ allowLoopback: true });
    expect((await http({ ...request(`http://127.0.0.1:${port}/`), maxBytes })).truncated).toBe(expected);
  });

  it('bounds the whole exchange, an answer that drips included', async () => {
    const http = guardedHttp({ allowLoopback: true });
    const drip = http(request(`http://127.0.0.1:${port}/drip`, 200));
    await expect(drip).rejects.toMatchObject({ code: 'TargetUnreachable', message: 'no complete answer within 200 ms' });
  });

  it.each([
    ['is read as a whole', undefined],
    [
      'is received as it arrives',
      async (_: unknown, content: AsyncIterable<Buffer>) => {
        for await (const chunk of content) expect(chunk.length).toBeGreaterThan(0);
      },
    ],
  ])('bounds the time without a byte of an answer that %s', async (_, receive) => {
    const http = guardedHttp({ allowLoopback: true });
    const drip = http({ ...request(`http://127.0.0.1:${port}/drip`, 60_000), idleTimeout: 100, ...(receive && { receive }) });
    await expect(drip).rejects.toMatchObject({ code: 'TargetUnreachable', message: 'no byte of an answer within 100 ms' });
  });

  it('gives the content of a success to who receives it, and that of other answers back', async () => {
    const http = guardedHttp({ allowLoopback: true });
    const received: string[] = [];
    const receive: GuardedRequest['receive'] = async ({ status }, content) => {
      for await (const chunk of content) received.push(`${status} ${chunk}`);
    };
    expect((await http({ ...request(`http://127.0.0.1:${port}/`), receive })).body).toHaveLength(0);
    expect(received).toEqual(['200 hello']);
    expect((await http({ ...request(`http://127.0.0.1:${port}/missing`), receive })).body.toString()).toBe('not here');
    expect(received).toHaveLength(1);
  });

  it('passes on the error of who receives, and reads no further', async () => {
    const http = guardedHttp({ allowLoopback: true });
    const full = new AppError('InternalError', 'the store is full');
    const call = http({ ...request(`http://127.0.0.1:${port}/flood`), receive: () => Promise.reject(full) });
    await expect(call).rejects.toBe(full);
  });

  it('bounds a name resolution that never ends', async () => {
    const http = guardedHttp({ allowLoopback: true, resolve: () => new Promise(() => undefined) });
    await expect(http(request('https://receiver.example/', 100))).rejects.toMatchObject({ code: 'TargetUnreachable' });
  });

  it('says that no server listens', async () => {
    const http = guardedHttp({ allowLoopback: true });
    const call = http(request('http://127.0.0.1:1/'));
    await expect(call).rejects.toMatchObject({ code: 'TargetUnreachable', message: 'the connection failed: ECONNREFUSED' });
  });
});
