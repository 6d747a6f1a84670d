import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { decodedContent, unpackedContent } from './content-coding.ts';
import type { GuardedAnswer, GuardedRequest, TimeLimits } from './guarded-call.ts';
import { type AnswerHead, headReader, isSuccess } from './status-line.ts';
import { requestTarget, type Target } from './target.ts';

const defaultMaxBytes = 16 * 1024;

/** Cookies and security policies of real servers make heads of more than the 16 KB that Node takes by default. */
const maxHeadBytes = 256 * 1024;

/** Sends one request over a connection, for a caller who needs the body. */
export async function bodyExchange(socket: Socket, target: Target, request: GuardedRequest, limits: TimeLimits): Promise<GuardedAnswer> {
  const reader = headReader();
  socket.on('data', (chunk: Buffer) => {
    reader.push(chunk);
    limits.progress();
  });
  try {
    const incoming = await sent(socket, target, request, limits.signal);
    const { maxBytes = defaultMaxBytes, receive } = request;
    const content = untilItsEnd(incoming, socket);
    if (!receive) return await answerOf(incoming, content, maxBytes);
    const head = headOf(incoming);
    if (!isSuccess(head.status)) return await answerOf(incoming, content, defaultMaxBytes);
    await receive(head, noting(unpackedContent(content, head.header('content-encoding'), maxBytes), limits.progress));
    return withoutBody(head);
  } catch (error) {
    const head = reader.head();
    if (head && !isSuccess(head.status)) return withoutBody(head);
    throw error;
  } finally {
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

/** A receiver that waits for its store reads nothing: taking the next bytes is progress, too. */
async function* noting(content: AsyncIterable<Buffer>, progress: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    yield chunk;
    progress();
  }
}

/** Node takes the failure of a connection for the end of a body that has no length: it may have had more. */
async function* untilItsEnd(incoming: IncomingMessage, socket: Socket): AsyncGenerator<Buffer> {
  yield* incoming as AsyncIterable<Buffer>;
  const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers;
  if (socket.errored && length === undefined && coding === undefined) throw socket.errored;
}

async function answerOf(incoming: IncomingMessage, content: AsyncIterable<Buffer>, maxBytes: number): Promise<GuardedAnswer> {
  const head = headOf(incoming);
  return { ...head, ...(await decodedContent(content, head.header('content-encoding'), maxBytes)) };
}

const headOf = (incoming: IncomingMessage): AnswerHead => ({ status: incoming.statusCode ?? 0, header: headerOf(incoming) });

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
