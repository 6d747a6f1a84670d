import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { errorCode } from './agent-error.ts';

/** New folders are for their owner alone. An existing one keeps its permissions: it may be shared, and the files are private anyway. */
export async function privateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Replaces the file in one step: a reader, or a start after a crash, sees the old content or the new, never a part. */
export async function writePrivate(file: string, content: string): Promise<void> {
  await privateFolder(dirname(file));
  await writeFileAtomic(file, content, { mode: 0o600 });
}

export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
}
