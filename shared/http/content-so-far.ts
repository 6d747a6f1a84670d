import type { ReceivedHead } from './status-line.ts';

interface Content {
  readonly content: Buffer;
  /** True if no more of it can follow. */
  readonly isComplete: boolean;
}

const nothing = Buffer.alloc(0);

/** Statuses whose answers have no content, whatever their headers say (RFC 9112, 6.3). 101 is the end of HTTP. */
const withoutContent = new Set([101, 204, 304]);

/** Returns the content in the bytes that came of an answer, a character for each byte. A fault ends it. */
export function contentSoFar({ status, header, end }: ReceivedHead, received: string): Content {
  if (withoutContent.has(status)) return { content: nothing, isComplete: true };
  if (end === undefined) return { content: nothing, isComplete: false };
  if (/(^|[,\s])chunked$/i.test(header('transfer-encoding') ?? '')) return chunksSoFar(received, end);
  const length = header('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) return { content: bytesOf(received.slice(end)), isComplete: false };
  const content = received.slice(end, end + Number(length));
  return { content: bytesOf(content), isComplete: content.length === Number(length) };
}

/** The line before a chunk, and the line end behind the chunk before it. */
const sizeLine = /(?:\r?\n)?([0-9a-f]{1,12})[^\n]{0,4096}\n/iy;

function chunksSoFar(received: string, start: number): Content {
  const chunks: string[] = [];
  for (let position = start; ; ) {
    sizeLine.lastIndex = position;
    const [line, digits] = sizeLine.exec(received) ?? [];
    // A line that is there and has no size is a fault.
    if (line === undefined || digits === undefined) return contentOf(chunks, received.indexOf('\n', position + 2) !== -1);
    const size = Number.parseInt(digits, 16);
    const chunk = received.slice(position + line.length, position + line.length + size);
    chunks.push(chunk);
    if (size === 0 || chunk.length < size) return contentOf(chunks, size === 0);
    position += line.length + size;
  }
}

const contentOf = (chunks: readonly string[], isComplete: boolean): Content => ({ content: bytesOf(chunks.join('')), isComplete });

const bytesOf = (text: string): Buffer => (text === '' ? nothing : Buffer.from(text, 'latin1'));
