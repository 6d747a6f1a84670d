import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Socket } from 'node:net';
import { seconds } from '../core/clock.ts';
import { codingsIn } from './content-coding.ts';
import { contentSoFar } from './content-so-far.ts';
import type { GuardedAnswer, GuardedRequest, TimeLimits } from './guarded-call.ts';
import { headReader, type ReceivedHead } from './status-line.ts';
import { requestTarget, type Target } from './target.ts';

/** Maximum bytes of the body that are kept. */
const maxBytes = 16 * 1024;

/** Time that a server has for the rest of an answer whose status is known, so that it does not see its answer cut off. */
const statusTimeoutMs = seconds(1);

type Reader = ReturnType<typeof headReader>;

/**
 * Sends one request over a connection, for a caller who needs the status. The status line decides, and the body is what came of it. No client of HTTP
 * is in between: its parser could refuse an answer, and it costs as much as the connection.
 */
export async function statusExchange(socket: Socket, target: Target, request: GuardedRequest, limits: TimeLimits): Promise<GuardedAnswer> {
  const reader = headReader();
  try {
    await answered(socket, requestBytes(target, request), reader, limits);
  } catch (error) {
    if (!reader.head()) throw error;
  } finally {
    socket.destroy();
  }
  const head = reader.head();
  if (!head) throw Object.assign(new Error('the answer has no status'), { code: 'ECONNRESET' });
  return answerOf(head, reader.text());
}

/** Waits until the answer is complete, its time is over, or it can be none. */
function answered(socket: Socket, bytes: Buffer, reader: Reader, { signal, progress }: TimeLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const abort = (): void => reject(signal.reason);
    const end = (): void => resolve();
    signal.addEventListener('abort', abort, { once: true });
    socket.on('data', (chunk: Buffer) => {
      reader.push(chunk);
      progress();
      if (isEnough(reader)) resolve();
      else if (!timer && reader.head()) timer = setTimeout(end, statusTimeoutMs);
    });
    socket.once('error', reject);
    socket.once('end', end);
    socket.once('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      end();
    });
    socket.write(bytes);
  });
}

function isEnough(reader: Reader): boolean {
  const head = reader.head();
  if (!head) return reader.isForeign();
  const { content, isComplete } = contentSoFar(head, reader.text());
  return isComplete || content.length > maxBytes;
}

function answerOf(head: ReceivedHead, received: string): GuardedAnswer {
  const { status, header } = head;
  const { content } = contentSoFar(head, received);
  const isPacked = codingsIn(header('content-encoding')).length > 0;
  const body = isPacked ? Buffer.alloc(0) : content.subarray(0, maxBytes);
  return { status, header, body, truncated: content.length > body.length };
}

/** Head and body in one piece. */
function requestBytes(target: Target, { method, headers, body }: GuardedRequest): Buffer {
  const content = Buffer.from(body ?? '');
  const length = body === undefined ? {} : { 'content-length': String(content.length) };
  const fields = Object.entries({ host: target.url.host, ...headers, ...length, connection: 'close' });
  const lines = [`${method} ${requestTarget(target)} HTTP/1.1`, ...fields.flatMap(([name, value]) => linesOf(name, value)), '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), content]);
}

/** Throws for what would end a line. Cookies are one field (RFC 9113, 8.2.3). */
function linesOf(name: string, value: string | readonly string[]): string[] {
  validateHeaderName(name);
  const values = typeof value === 'string' ? [value] : name === 'cookie' ? [value.join('; ')] : value;
  return values.map((one) => {
    validateHeaderValue(name, one);
    return `${name}: ${one}`;
  });
}
