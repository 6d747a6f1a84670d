import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError, errorCode, messageOf } from './cli-error.ts';

/** Replaces a file that only its owner may read, in one step: a reader sees the old content or the new. Makes its folder where there is none. */
export async function writePrivate(file: string, content: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // The mask of the process may have taken rights from the owner.
    await chmod(beside, 0o600);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new CliError('failed', `${file} cannot be written: ${messageOf(cause)}`, { cause });
  }
}

/** Returns undefined if there is no such file. */
export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new CliError('usage', `${file} cannot be read: ${messageOf(cause)}`, { cause });
  }
}
