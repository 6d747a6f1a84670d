import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpsTransport } from '#agent/control-plane/https-transport.ts';

let server: Server;
afterEach(() => {
  if (!server?.listening) return;
  server.closeAllConnections();
  server.close();
});

async function serving(answer: (response: ServerResponse) => void): Promise<string> {
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?token=secret`;
}

const post = (url: string, requestMilliseconds = 100) => httpsTransport({ limits: { requestMilliseconds } }).post(url, {}, '{}');

describe('the transport', () => {
  it('gives up on a server that does not answer, without printing the query of the address', async () => {
    const url = await serving(() => {});
    await expect(post(url)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+\/graphql did not answer in time$/);
  });

  it('gives up on a server that stops in the middle of its answer', async () => {
    const url = await serving((response) => response.writeHead(200).write('{"data":'));
    await expect(post(url)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('says that no server listens', async () => {
    const url = await serving(() => {});
    await new Promise((resolve) => server.close(resolve));
    await expect(post(url)).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)$/);
  });

  it('says that an https address is answered without TLS', async () => {
    const url = (await serving(() => {})).replace('http:', 'https:');
    await expect(post(url, 20_000)).rejects.toThrow(/does not answer by TLS \(\w+\); look at the scheme and the port$/);
  });

  it('says that what answers is no web server', async () => {
    const greeting = createTcpServer((socket) => socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => greeting.listen(0, '127.0.0.1', resolve));
    const { port } = greeting.address() as AddressInfo;
    await expect(post(`http://127.0.0.1:${port}/`, 20_000)).rejects.toThrow(
      /does not answer by HTTP \(HPE_\w+\); look at the scheme and the port$/,
    );
    greeting.close();
  });

  it('names the proxy behind which no answer came', async () => {
    const environment = { HTTP_PROXY: (await serving(() => {})).replace('127.0.0.1', 'me:secret@127.0.0.1') };
    server.on('connect', (_, socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    const answer = httpsTransport({ environment, allowHttp: true, limits: { requestMilliseconds: 200 } }).post(
      'http://a.example/',
      {},
      '{}',
    );
    await expect(answer).rejects.toThrow(/^http:\/\/a\.example\/ did not answer in time through the proxy http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('hands on status, headers and body as they are', async () => {
    const url = await serving((response) => response.writeHead(429, { 'retry-after': '7' }).end('slow down'));
    expect(await post(url)).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, body: 'slow down' });
  });
});

describe('an answer of the control plane', () => {
  it.each([
    ['one answer', { answerBytes: 10 }],
    ['all answers of a step', { stepBytes: 10 }],
  ])('is limited in bytes for %s', async (_, limits) => {
    const url = await serving((response) => response.end('x'.repeat(11)));
    const answer = httpsTransport({ limits }).post(url, {}, '{}');
    await expect(answer).rejects.toMatchObject({ kind: 'invalid-answer', message: expect.stringMatching(/more than 10 bytes/) });
  });

  it('is cut off where it never ends', async () => {
    const url = await serving((response) => {
      const more = () => response.write('x'.repeat(1000), more);
      more();
    });
    await expect(httpsTransport({ limits: { answerBytes: 100_000 } }).post(url, {}, '{}')).rejects.toThrow('more than 100000 bytes');
  });

  it('is limited in requests and in time for a step', async () => {
    const url = await serving((response) => response.end('{}'));
    const few = httpsTransport({ limits: { stepRequests: 2 } });
    await few.get(url, {});
    await few.get(url, {});
    await expect(few.get(url, {})).rejects.toThrow(/wants to be asked 2 times, which is over the limit$/);
    await expect(httpsTransport({ limits: { stepMilliseconds: 50.5 } }).get(await serving(() => {}), {})).rejects.toThrow('in time');
  });

  it.each([301, 302, 307, 308])('does not lead elsewhere by %i', async (status) => {
    const url = await serving((response) => response.writeHead(status, { location: 'https://other.example/?token=x' }).end());
    await expect(post(url)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/redirects to https:\/\/other\.example\/, which is not followed/),
    });
  });
});

describe('an address without TLS', () => {
  it('is not asked where it is of another machine, unless the operator allows it', async () => {
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const { port } = new URL(await serving((response) => response.end('{}')));
    const ask = (allowHttp: boolean) => httpsTransport({ lookup, allowHttp }).get(`http://plane.example:${port}/`, {});
    await expect(ask(false)).rejects.toMatchObject({ kind: 'misconfigured', message: expect.stringContaining('--allow-http') });
    expect(await ask(true)).toMatchObject({ status: 200 });
  });
});

describe('a name with several addresses', () => {
  it.each([
    ['the first is dead', ['127.0.0.9', '127.0.0.1']],
    ['the last is dead', ['127.0.0.1', '127.0.0.9']],
    ['another family is dead', ['::1', '127.0.0.1']],
  ])('is reached where %s', async (_, addresses) => {
    const { port } = new URL(await serving((response) => response.end('{}')));
    const lookup = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    expect(await httpsTransport({ lookup, allowHttp: true }).get(`http://plane.example:${port}/`, {})).toMatchObject({ status: 200 });
  });

  it('is reached where the first is slow and the one behind it dead', async () => {
    const slow = await slowListener();
    const lookup = async () => ['127.0.0.1', '127.0.0.9'].map((address) => ({ address, family: 4 }));
    try {
      expect(await httpsTransport({ lookup, allowHttp: true }).get(`http://plane.example:${slow.port}/`, {})).toMatchObject({
        status: 204,
      });
    } finally {
      slow.end();
    }
  });
});

/** Takes no connection for 0.8 s while its queue is full, so that the next one is made with the second packet, a second after the first. */
async function slowListener() {
  const program = `const server = require('node:http').createServer((q, s) => s.writeHead(204).end());
    server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
      require('node:fs').writeSync(1, String(server.address().port));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800);
    });`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await once(child.stdout, 'data');
  const port = Number(text);
  const fillers = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  return {
    port,
    end() {
      for (const socket of fillers) socket.destroy();
      child.kill();
    },
  };
}
