import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { seconds } from '../core/clock.ts';
import { decodedContent, unpackedContent } from './content-coding.ts';
import type { GuardedAnswer, GuardedRequest } from './guarded-call.ts';
import { type AnswerHead, headReader, isSuccess } from './status-line.ts';
import { requestTarget, type Target } from './target.ts';

const defaultMaxBytes = 16 * 1024;

/** Cookies and security policies of real servers make heads of more than the 16 KB that Node takes by default. */
const maxHeadBytes = 256 * 1024;

/** Time that a server has for the rest of an answer whose status is known, so that it does not see its answer cut off. */
const statusTimeoutMs = seconds(1);

/** Limits of the time that a call takes. */
export interface TimeLimits {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Notes that bytes came, or were taken. */
  readonly progress: () => void;
}

/** Sends one request over a connection, which is closed afterwards: the next call must resolve and check again. */
export async function exchange(socket: Socket, target: Target, request: GuardedRequest, limits: TimeLimits): Promise<GuardedAnswer> {
  const reader = headReader();
  let timer: NodeJS.Timeout | undefined;
  socket.on('data', (chunk: Buffer) => {
    reader.push(chunk);
    limits.progress();
    if (request.needs === 'status' && !timer && reader.head()) timer = setTimeout(() => socket.destroy(), statusTimeoutMs);
  });
  try {
    const incoming = await sent(socket, target, request, limits.signal);
    if (request.needs === 'status') return await statusOf(incoming);
    const { maxBytes = defaultMaxBytes, receive } = request;
    if (!receive) return await answerOf(incoming, maxBytes);
    const head = headOf(incoming);
    if (!isSuccess(head.status)) return await answerOf(incoming, defaultMaxBytes);
    await receive(head, noting(unpackedContent(incoming, head.header('content-encoding'), maxBytes), limits.progress));
    return withoutBody(head);
  } catch (error) {
    const head = reader.head();
    if (head && (request.needs === 'status' || !isSuccess(head.status))) return withoutBody(head);
    throw error;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Reads the answer's head with a parser that tolerates harmless faults of framing, as other clients do. */
function sent(socket: Socket, target: Target, { method, headers, body }: GuardedRequest, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      protocol: 'http:',
      method,
      path: requestTarget(target),
      headers: { host: target.url.host, ...headers },
      createConnection: () => socket,
      maxHeaderSize: maxHeadBytes,
      insecureHTTPParser: true,
      signal,
    });
    outgoing.on('response', resolve);
    outgoing.on('error', reject);
    outgoing.on('upgrade', reject);
    // Node would write the headers in the encoding of a body that is a string.
    outgoing.end(body === undefined ? undefined : Buffer.from(body));
  });
}

const withoutBody = ({ status, header }: AnswerHead): GuardedAnswer => ({ status, header, body: Buffer.alloc(0), truncated: false });

/** Reads on until the time limit, and takes any failure as the end of the answer. */
async function statusOf(incoming: IncomingMessage): Promise<GuardedAnswer> {
  const header = headerOf(incoming);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > defaultMaxBytes) break;
    }
  } catch {
    // The status is known.
  }
  const isPacked = (header('content-encoding') ?? 'identity') !== 'identity';
  const body = isPacked ? Buffer.alloc(0) : Buffer.concat(chunks).subarray(0, defaultMaxBytes);
  return { status: incoming.statusCode ?? 0, header, body, truncated: size > body.length };
}

/** A receiver that waits for its store reads nothing: taking the next bytes is progress, too. */
async function* noting(content: AsyncIterable<Buffer>, progress: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    yield chunk;
    progress();
  }
}

async function answerOf(incoming: IncomingMessage, maxBytes: number): Promise<GuardedAnswer> {
  const head = headOf(incoming);
  return { ...head, ...(await decodedContent(incoming, head.header('content-encoding'), maxBytes)) };
}

const headOf = (incoming: IncomingMessage): AnswerHead => ({ status: incoming.statusCode ?? 0, header: headerOf(incoming) });

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
