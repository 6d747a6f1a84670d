import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuardedRequest } from '#shared/http/guarded-call.ts';
import { guardedHttp } from '#shared/http/guarded-http.ts';

let server: Server;
let url: string;
let received: string;
/** The pieces that the server answers with, one after the other. */
let pieces: readonly string[];
/** True if the server ends the connection after its answer. */
let ends: boolean;

beforeAll(async () => {
  server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (chunk) => {
        received += chunk.toString('latin1');
        if (isWhole(received)) void answer(socket);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/path?x=1`;
});
afterAll(() => server.close());

function isWhole(request: string): boolean {
  const [head = '', body] = request.split('\r\n\r\n');
  return body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
}

async function answer(socket: Socket): Promise<void> {
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, 'latin1', resolve));
  if (ends) socket.end();
}

interface Answered {
  readonly answers: readonly string[];
  readonly isEnded?: boolean;
}

function call(needs: GuardedRequest['needs'], { answers, isEnded = false }: Answered, request: Partial<GuardedRequest> = {}) {
  [received, pieces, ends] = ['', answers, isEnded];
  return guardedHttp({ allowLoopback: true })({ method: 'POST', url, headers: {}, timeout: 5000, body: 'ok', needs, ...request });
}

const noContent = ['HTTP/1.1 204 No Content\r\n\r\n'];
/** The lines of the request, whatever the order of its headers and the case of their names. */
const sentLines = (): string[] =>
  received
    .split('\r\n')
    .map((line) => line.replace(/^[\w-]+:/, (name) => name.toLowerCase()))
    .sort();

describe('a request whose status is needed', () => {
  it.each<[string, Partial<GuardedRequest>]>([
    ['a body', { headers: { 'content-type': 'text/plain', 'content-length': '2' } }],
    ['a body without its length', { headers: {} }],
    ['a body in UTF-8', { body: 'ü€😀', headers: {} }],
    ['no body', { method: 'GET', body: undefined as never, headers: { accept: '*/*' } }],
    ['a header of several values', { headers: { 'x-a': ['1', '2'] } }],
    ['several cookies', { headers: { cookie: ['a=1', 'b=2'] } }],
    ['bytes of UTF-8 in a header', { headers: { 'x-a': Buffer.from('ü').toString('latin1') } }],
  ])('with %s has the bytes of the client of Node', async (_, request) => {
    await call('body', { answers: noContent }, request);
    const byNode = sentLines();
    await call('status', { answers: noContent }, request);
    expect(sentLines()).toEqual(byNode);
  });

  it.each<[string, GuardedRequest['headers']]>([
    ['a line end', { 'x-a': 'a\r\nx-b: b' }],
    ['a character that no byte is', { 'x-a': '€' }],
    ['a name with a blank', { 'x a': 'a' }],
  ])('is not sent with %s in a header', async (_, headers) => {
    await expect(call('status', { answers: noContent }, { headers })).rejects.toMatchObject({ code: 'TargetUnreachable' });
    expect(received).toBe('');
  });
});

describe('the body beside a status', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '0', ';', 'ÿ'), maxLength: 40 });
  const length = (content: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${content.length}\r\n\r\n${content}`;
  const chunks = (parts: readonly string[]): string => {
    const all = parts.filter((part) => part !== '').map((part) => `${part.length.toString(16)};x=1\r\n${part}\r\n`);
    return `HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${all.join('')}0\r\nTrailer: 1\r\n\r\n`;
  };
  const inPieces = (answer: string, cuts: readonly number[]): string[] => {
    const positions = [0, ...cuts.map((cut) => cut % (answer.length + 1)).sort((a, b) => a - b), answer.length];
    return positions.slice(1).map((end, index) => answer.slice(positions[index], end));
  };

  it('is what a server sent with a length or in chunks, however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 4 }),
        fc.array(fc.nat(400), { maxLength: 6 }),
        fc.boolean(),
        async (parts, cuts, isChunked) => {
          const bytes = isChunked ? chunks(parts) : length(parts.join(''));
          const { status, body } = await call('status', { answers: inPieces(bytes, cuts).filter((piece) => piece !== '') });
          expect([status, body.toString('latin1')]).toEqual([200, parts.join('')]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a length that the connection ends before', 'HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\nwhy', 'why'],
    ['no length', 'HTTP/1.0 500 No\r\n\r\nwhy', 'why'],
    ['a length that is no number', 'HTTP/1.1 500 No\r\nContent-Length: x\r\n\r\nwhy', 'why'],
    ['a chunk without a size', 'HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nwhy\r\nzz\r\nnot\r\n', 'why'],
    ['content that is packed', 'HTTP/1.1 500 No\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nwhy', ''],
    ['a coding that packs nothing', 'HTTP/1.1 500 No\r\nContent-Encoding: Identity, utf-8\r\nContent-Length: 3\r\n\r\nwhy', 'why'],
  ])('is what came of it, with %s', async (_, bytes, expected) => {
    const { status, body } = await call('status', { answers: [bytes], isEnded: true });
    expect([status, body.toString()]).toEqual([500, expected]);
  });

  it.each(['SSH-2.0-server\r\n', 'hello', 'HTTP/x\r\n', '\r\n\r\nHTTQ'])(
    'is not waited for where the answer is not of HTTP: %j',
    async (bytes) => {
      const error = { code: 'TargetUnreachable', message: expect.stringContaining('the connection failed') };
      await expect(call('status', { answers: [bytes] }, { timeout: 60_000 })).rejects.toMatchObject(error);
    },
  );
});
