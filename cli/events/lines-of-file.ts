import { open, stat } from 'node:fs/promises';
import { CliError, messageOf } from '../cli-error.ts';
import type { Surroundings } from '../surroundings.ts';

const pauseMs = 300;

interface Reading {
  readonly fromStart: boolean;
  readonly follow: boolean;
}

/** The whole lines of a file as it grows. A file that is shorter than what was read is one that was begun anew. */
export async function* linesOf(
  file: string,
  { fromStart, follow }: Reading,
  { signal, pause }: Pick<Surroundings, 'signal' | 'pause'>,
): AsyncGenerator<string> {
  let position = fromStart ? 0 : await sizeOf(file);
  let rest = Buffer.alloc(0);
  while (!signal.aborted) {
    const size = await sizeOf(file);
    if (size < position) [position, rest] = [0, Buffer.alloc(0)];
    const read = await partOf(file, position, size);
    position += read.length;
    const whole = Buffer.concat([rest, read]);
    const end = whole.lastIndexOf(0x0a) + 1;
    rest = whole.subarray(end);
    yield* whole
      .subarray(0, end)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    if (!follow) return;
    if (read.length === 0) await pause(pauseMs);
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

/** Bytes that are read at once at most. */
const maxPartBytes = 4 * 1024 * 1024;

async function partOf(file: string, from: number, to: number): Promise<Buffer<ArrayBuffer>> {
  if (to <= from) return Buffer.alloc(0);
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new CliError('failed', `${file} cannot be read: ${messageOf(cause)}`, { cause });
  });
  try {
    const part = Buffer.alloc(Math.min(to - from, maxPartBytes));
    const { bytesRead } = await handle.read(part, 0, part.length, from);
    return part.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
