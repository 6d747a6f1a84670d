import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { unreachable } from './target.ts';

/** The content codings that an answer may come in (RFC 9110, 8.4.1). */
export const acceptedCodings = 'gzip, br, deflate';

export interface LimitedBytes {
  readonly body: Buffer;
  /** True if there were more bytes than were wanted. */
  readonly truncated: boolean;
}

type Bytes = AsyncIterable<Buffer>;

/** Undoes the codings that `Content-Encoding` names, the last one first, up to so many bytes of the content. Throws TargetUnreachable. */
export const decodedContent = (answer: Bytes, contentEncoding: string | undefined, maxBytes: number): Promise<LimitedBytes> =>
  limited(unpackedContent(answer, contentEncoding, maxBytes), maxBytes);

/**
 * The content as it arrives, without its codings. Each coding may have so many bytes of input, so that nothing that unpacks to nothing, or to
 * another packed text, keeps the reader busy. The content itself is bounded by its reader. Throws TargetUnreachable.
 */
export async function* unpackedContent(answer: Bytes, contentEncoding: string | undefined, maxPackedBytes: number): Bytes {
  const codings = codingsIn(contentEncoding);
  if (codings.length > maxCodings) throw unreachable('the answer is packed too often');
  try {
    yield* codings.reduceRight<Bytes>((packed, coding) => unpacked(within(packed, maxPackedBytes), coding), answer);
  } catch (cause) {
    if (isOfUnpacking(cause)) throw unreachable('the answer could not be unpacked', cause);
    throw cause;
  }
}

const maxCodings = 3;

/**
 * The content codings of the IANA registry that change something. Other names change nothing: stores of files keep names of charsets (`utf-8`) and
 * `aws-chunked` there, which say nothing of what they send, and other clients ignore them.
 */
const registered = new Set([
  'aes128gcm',
  'br',
  'compress',
  'dcb',
  'dcz',
  'deflate',
  'exi',
  'gzip',
  'pack200-gzip',
  'x-compress',
  'x-gzip',
  'zstd',
]);

/** The codings that `Content-Encoding` names, without those that change nothing. */
export const codingsIn = (contentEncoding = ''): string[] =>
  contentEncoding
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => registered.has(one));

const isOfUnpacking = (error: unknown): boolean => /^(Z_|ERR_|ZSTD_)/.test(String((error as NodeJS.ErrnoException).code));

type Unpack = Transform & AsyncIterable<Buffer>;

function unpacked(packed: Bytes, coding: string): Bytes {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return through(packed, () => createGunzip());
    case 'br':
      return through(packed, () => createBrotliDecompress());
    case 'zstd':
      return through(packed, () => createZstdDecompress());
    case 'deflate':
      return through(packed, inflate);
    default:
      throw unreachable('the answer has a content coding that is not supported');
  }
}

/** Some senders of `deflate` leave the zlib header out (RFC 9110, 8.4.1.2), which the first byte shows. */
const inflate = ([first = 0]: Buffer): Unpack => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw());

/** An empty answer has nothing to unpack, whatever its header says. */
async function* through(packed: Bytes, unpackerFor: (first: Buffer) => Unpack): Bytes {
  const chunks = packed[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const source = Readable.from(chained(first.value, chunks));
  const unpacker = unpackerFor(first.value);
  source.on('error', (error) => unpacker.destroy(error));
  try {
    yield* source.pipe(unpacker);
  } finally {
    source.destroy();
    unpacker.destroy();
  }
}

async function* chained(first: Buffer, rest: AsyncIterator<Buffer>): Bytes {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Ends a packed answer that is larger than its content may be, even if it unpacks to nothing. */
async function* within(bytes: Bytes, most: number): Bytes {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) throw unreachable('the answer is larger than it may be');
    if (chunk.length > 0) yield chunk;
  }
}

async function limited(bytes: Bytes, maxBytes: number): Promise<LimitedBytes> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), truncated: size > maxBytes };
}
