import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo } from '#shared/http/connect.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';

const server = createServer((_, outgoing) => outgoing.writeHead(204).end());
let port: number;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const alive = { address: '127.0.0.1', family: 4 };
const dead = { address: '127.0.0.9', family: 4 };
const deadV6 = { address: '::1', family: 6 };
const call = (...addresses: { address: string; family: number }[]) =>
  guardedHttp({ allowLoopback: true, resolve: async () => addresses })({
    method: 'GET',
    url: `http://shop.example:${port}/`,
    headers: {},
    timeout: 5000,
  });

describe('a host with several addresses', () => {
  it.each([
    ['the first', [alive, dead, deadV6]],
    ['the second', [deadV6, alive]],
    ['the last', [dead, deadV6, dead, alive]],
  ])('is reached by %s, where that is the only one that listens', async (_, addresses) => {
    expect((await call(...addresses)).status).toBe(204);
  });

  it('of which none listens is not reached, and says why for each', async () => {
    const failure = call(dead, deadV6);
    await expect(failure).rejects.toMatchObject({ code: 'TargetUnreachable', message: 'the connection failed: ECONNREFUSED' });
    await expect(failure).rejects.toMatchObject({ cause: { errors: [{ address: '127.0.0.9' }, { address: '::1' }] } });
  });

  it('is not connected to any more once the time is up', async () => {
    const target = { href: '', url: new URL(`http://shop.example:${port}/`), addresses: [alive] };
    await expect(connectTo(target, AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });
});
