import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { errorCodeOf } from './refusal.ts';

/** Replaces a file at once; only its owner may read it. */
export const writePrivateFile = (path: string, content: string): Promise<void> => writeFileAtomic(path, content, { mode: 0o600 });

export const writePrivateJson = (path: string, value: unknown): Promise<void> =>
  writePrivateFile(path, `${JSON.stringify(value, null, 2)}\n`);

export async function readFileIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
