/** The parts of an answer that say what its text is. */
interface Answered {
  readonly body: Buffer;
  /** The `Content-Type` header. */
  readonly contentType: string | undefined;
}

/**
 * Returns the text of an answer without its byte order mark; undefined if it cannot be decoded. The byte order mark decides the encoding, then the
 * `charset` of the content type, then the text itself (RFC 7303, 3; XML 1.0, F); otherwise UTF-8.
 */
export function answeredText(answered: Answered): string | undefined {
  for (const encoding of encodingsOf(answered)) {
    const text = decoded(answered.body, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

export interface TextStream {
  /** The text of the bytes that are the beginning. */
  readonly start: string;
  /** The text of the bytes that follow; of nothing, at the end. Throws for bytes that are not of the encoding. */
  readonly next: (chunk?: Buffer) => string;
}

/** Decodes a long text as its bytes arrive, in the encoding in which its beginning is text; undefined if there is none. */
export function answeredTextStream(beginning: Answered): TextStream | undefined {
  for (const encoding of encodingsOf(beginning)) {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true });
      const start = decoder.decode(beginning.body, { stream: true });
      return { start, next: (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()) };
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}

/** The encodings that the text may have, the most credible first. */
function encodingsOf({ body, contentType }: Answered): string[] {
  const marked = encodingOfMark(body);
  if (marked) return [marked];
  const [type = ''] = (contentType ?? '').toLowerCase().split(';');
  // JSON has no charset parameter (RFC 8259, 11): what web servers add there by default is often wrong.
  const encodings = /[/+]json$/.test(type.trim())
    ? [wideEncodingOf(body) ?? 'utf-8', charsetOf(contentType)]
    : [charsetOf(contentType, body), wideEncodingOf(body) ?? declaredEncoding(body), 'utf-8'];
  return encodings.filter((encoding) => encoding !== undefined);
}

const marks = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

const encodingOfMark = (body: Buffer): string | undefined =>
  marks.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte))?.[0];

/** UTF-16 without a mark: every text in question begins with two characters of ASCII. */
function wideEncodingOf([first, second, third, fourth]: Buffer): string | undefined {
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : undefined;
}

/** The `charset` of a content type, as a decoder takes it. */
export function charsetOf(contentType: string | undefined, body?: Buffer): string | undefined {
  const [, quoted, token] = /;\s{0,9}charset\s{0,9}=\s{0,9}(?:"([^"]{0,64})"|'?([^\s;"']{1,64}))/i.exec(contentType ?? '') ?? [];
  const charset = (quoted ?? token)?.trim().toLowerCase();
  // Decoders take it for windows-1252. Everything that is ASCII is UTF-8 too.
  if (charset === 'us-ascii' || charset === 'ascii') return undefined;
  // The order of its bytes is in the mark, which is absent here, or shows in the text.
  return charset === 'utf-16' && body ? (wideEncodingOf(body) ?? 'utf-16be') : charset;
}

/** The encoding that an XML declaration names. It cannot be UTF-16, or it could not be read like this. */
function declaredEncoding(body: Buffer): string | undefined {
  const [, encoding] =
    /^\s{0,9}<\?xml[^>]{1,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,40})["']/.exec(body.toString('latin1', 0, 512)) ?? [];
  return encoding && !/^utf-?16/i.test(encoding) ? encoding : undefined;
}

/** Undefined where the encoding is not known, or the bytes are not of it. */
function decoded(body: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
