import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { GuardedRequest } from '#shared/http/guarded-call.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

/** Calls a server that sends these bytes and ends the connection, unless it stays open. */
async function answerTo(bytes: string, needs: GuardedRequest['needs'], { open = false, reset = false } = {}) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', () => {
      if (reset) socket.write(bytes, 'latin1', () => socket.resetAndDestroy());
      else if (open) socket.write(bytes, 'latin1');
      else socket.end(bytes, 'latin1');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const { port } = server.address() as AddressInfo;
  const request = {
    method: 'POST',
    url: `http://127.0.0.1:${port}/`,
    headers: { 'content-length': '2' },
    body: 'ok',
    timeout: 5000,
  } as const;
  return guardedHttp({ allowLoopback: true })({ ...request, needs });
}

const ok = 'HTTP/1.1 200 OK\r\n';
const chunked = 'Transfer-Encoding: chunked\r\n';

/** Faults that lose nothing of the body: callers that need it tolerate them too. */
const harmless: [string, string][] = [
  ['more bytes than it declared', `${ok}Content-Length: 2\r\nConnection: close\r\n\r\nokay`],
  ['more bytes than it declared on a connection that stays', `${ok}Content-Length: 2\r\n\r\nokay`],
  ['both a length and chunks', `${ok}Content-Length: 20\r\n${chunked}\r\n2\r\nok\r\n0\r\n\r\n`],
  ['a header of 30 KB', `${ok}Set-Cookie: ${'a'.repeat(30_000)}\r\nContent-Length: 2\r\n\r\nok`],
  ['200 KB of headers', `${ok}${`X: ${'b'.repeat(1000)}\r\n`.repeat(200)}Content-Length: 2\r\n\r\nok`],
  ['line feeds alone', 'HTTP/1.1 200 OK\nContent-Length: 2\n\nok'],
  ['a control character in a header', `${ok}X-A: a\x01b\r\nContent-Length: 2\r\n\r\nok`],
  ['a folded header', `${ok}X-A: a\r\n  b\r\nContent-Length: 2\r\n\r\nok`],
  ['a blank before a colon', `${ok}Content-Length : 2\r\n\r\nok`],
  ['no reason', 'HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok'],
  ['an empty line first', `\r\n${ok}Content-Length: 2\r\n\r\nok`],
  ['interim answers first', `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`],
  ['no length', 'HTTP/1.0 200 OK\r\n\r\nok'],
];

const harmful: [string, string][] = [
  ['fewer bytes than it declared', `${ok}Content-Length: 20\r\n\r\nok`],
  ['no last chunk', `${ok}${chunked}\r\n2\r\nok\r\n`],
  ['two lengths', `${ok}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`],
  ['a length that is no number', `${ok}Content-Length: -1\r\n\r\nok`],
  ['a line that is no header', `${ok}garbage\r\nContent-Length: 2\r\n\r\nok`],
  ['a head that does not end', ok],
  ['content that is not packed as it says', `${ok}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok`],
];

describe('an answer with', () => {
  it.each([...harmless, ...harmful])('%s is a success for a caller who needs the status', async (_, bytes) => {
    expect(await answerTo(bytes, 'status')).toMatchObject({ status: 200 });
  });

  it.each(harmless)('%s is complete for a caller who needs the body', async (_, bytes) => {
    expect(await answerTo(bytes, 'body')).toMatchObject({ status: 200, body: Buffer.from('ok'), truncated: false });
  });

  it.each(harmful)('%s is a failure for a caller who needs the body', async (_, bytes) => {
    await expect(answerTo(bytes, 'body')).rejects.toMatchObject({ code: 'TargetUnreachable' });
  });

  it.each([
    ['chunks', `HTTP/1.1 204 No Content\r\n${chunked}\r\n0\r\n\r\n`],
    ['text', 'HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok'],
  ])('204 and %s behind it is a success', async (_, bytes) => {
    expect((await answerTo(bytes, 'status')).status).toBe(204);
  });

  it.each([ok, `${ok}Content-Length: 20\r\n\r\nok`])('a status is not waited for to its end: %j', async (bytes) => {
    expect((await answerTo(bytes, 'status', { open: true })).status).toBe(200);
  });

  it.each([
    ['a status line', ok],
    ['a head', `${ok}\r\n`],
    ['a part of a body', `${ok}Content-Length: 20\r\n\r\nok`],
  ])('%s before a reset is a success for a caller who needs the status alone', async (_, bytes) => {
    expect((await answerTo(bytes, 'status', { reset: true })).status).toBe(200);
    await expect(answerTo(bytes, 'body', { reset: true })).rejects.toMatchObject({ code: 'TargetUnreachable' });
  });

  it.each([
    ['HTTP/1.1 205 Reset Content\r\nContent-Length: 2\r\n\r\nok', 205],
    ['HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-1/2\r\nContent-Length: 2\r\n\r\nok', 206],
    ['HTTP/1.1 299 Odd\r\n\r\n', 299],
    ['HTTP/2 202\r\n\r\n', 202],
    ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n', 101],
    [`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(300_000)}\r\n\r\n`, 200],
    [`${ok}${chunked}\r\nffffffffffffffffffff\r\nok`, 200],
  ])('a status is what its line says: %.40j', async (bytes, status) => {
    expect((await answerTo(bytes, 'status')).status).toBe(status);
  });

  it('an error status keeps its Retry-After, whatever is wrong with the rest', async () => {
    const answer = await answerTo('HTTP/1.1 503 Busy\r\nRetry-After:  7 \r\nbad header\r\n\r\n', 'status');
    expect([answer.status, answer.header('retry-after')]).toEqual([503, '7']);
    expect((await answerTo('HTTP/1.1 503 Busy\r\nbad header\r\n\r\n', 'body')).status).toBe(503);
  });

  it.each(['', 'HTTP/1.1 2', 'SSH-2.0-server\r\n', 'HTTP/1.1 103 Early Hints\r\n\r\n'])('no status is a failure: %j', async (bytes) => {
    await expect(answerTo(bytes, 'status')).rejects.toMatchObject({ code: 'TargetUnreachable' });
  });
});
