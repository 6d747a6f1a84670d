import { AppError } from '../core/errors.ts';
import { answeredText, answeredTextStream, type TextStream } from '../http/answered-text.ts';
import { targetRefused } from '../http/target.ts';
import { maxFetchedBytes, maxTextBytes, type NewText, newObjectKey, newText, storedText, type WithText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

interface Arriving {
  readonly contentType: string | undefined;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Receives a text as it arrives. A text of up to 5 MB is decoded as a whole, and stored by the caller. A longer one is stored part by part, in
 * memory for a few parts; its first 5 MB decide the encoding. Throws TargetRefused for what is too large or no text, and InternalError where the
 * store fails.
 */
export async function receiveText(
  owner: Owner,
  { contentType, content }: Arriving,
  textObjects: Pick<TextObjects, 'putStream'>,
): Promise<NewText> {
  const chunks = content[Symbol.asyncIterator]();
  try {
    return await received(owner, { contentType, chunks }, textObjects);
  } finally {
    await chunks.return?.();
  }
}

type Owner = Pick<WithText, 'tenant' | 'applicationId' | 'id'>;

interface Chunks {
  readonly contentType: string | undefined;
  readonly chunks: AsyncIterator<Buffer>;
}

async function received(owner: Owner, { contentType, chunks }: Chunks, textObjects: Pick<TextObjects, 'putStream'>): Promise<NewText> {
  const beginning = await upTo(chunks, maxTextBytes);
  const start = { body: beginning.bytes, contentType };
  if (beginning.complete) {
    const text = answeredText(start);
    if (text === undefined) throw noText();
    return newText(owner, text);
  }
  const stream = answeredTextStream(start);
  if (!stream) throw noText();
  const objectKey = newObjectKey(owner);
  const arriving = followed(chunks);
  const text = encoded(stream, arriving.rest);
  try {
    await textObjects.putStream(objectKey, text.chunks());
  } catch (error) {
    if (error instanceof AppError || arriving.failed()) throw error;
    throw new AppError('InternalError', 'the text could not be stored', { cause: error });
  }
  return storedText(owner, objectKey, text.bytes());
}

const noText = (): AppError => targetRefused('the answer is not text in a known encoding');

const tooLarge = (): AppError => targetRefused(`the text is larger than ${maxFetchedBytes} bytes`);

/** Reads until there are more bytes than these, or no more. */
async function upTo(chunks: AsyncIterator<Buffer>, most: number): Promise<{ bytes: Buffer; complete: boolean }> {
  const read: Buffer[] = [];
  let size = 0;
  while (size <= most) {
    const { done, value } = await chunks.next();
    if (done) return { bytes: Buffer.concat(read), complete: true };
    read.push(value);
    size += value.length;
  }
  return { bytes: Buffer.concat(read), complete: false };
}

/** The rest of the chunks, with a note of whether they ended with an error. */
function followed(chunks: AsyncIterator<Buffer>) {
  let failure = false;
  async function* rest(): AsyncGenerator<Buffer> {
    try {
      yield* { [Symbol.asyncIterator]: () => chunks };
    } catch (error) {
      failure = true;
      throw error;
    }
  }
  return { rest: rest(), failed: () => failure };
}

/** The text in UTF-8 as it is decoded, with its bytes so far. */
function encoded({ start, next }: TextStream, rest: AsyncIterable<Buffer>) {
  let size = 0;
  const counted = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    size += bytes.length;
    if (size > maxFetchedBytes) throw tooLarge();
    return bytes;
  };
  const decoded = (chunk?: Buffer): string => {
    try {
      return next(chunk);
    } catch {
      throw noText();
    }
  };
  async function* chunks(): AsyncGenerator<Buffer> {
    yield counted(start);
    for await (const chunk of rest) yield counted(decoded(chunk));
    yield counted(decoded());
  }
  return { chunks, bytes: () => size };
}
