import { constants } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AgentError, errorCode } from '../agent-error.ts';

/**
 * Makes the folder and those above it where they are missing, for their owner alone. An existing one keeps its permissions; the files are private in
 * any case. Not by the option `recursive`, which tries without end where a file system such as /proc has no room for a folder.
 */
export async function privateFolder(folder: string): Promise<void> {
  try {
    await makeOrKeep(folder);
  } catch (error) {
    const parent = dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
    await privateFolder(parent);
    await makeOrKeep(folder);
  }
}

async function makeOrKeep(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw error;
  }
}

/**
 * Replaces the file in one step, and for good: a reader, or a start after a crash, sees the old content or the new, never a part. Makes its
 * folder where there is none. Throws an AgentError.
 */
export async function writePrivate(file: string, content: string): Promise<void> {
  try {
    await privateFolder(dirname(file));
    await replacePrivate(file, content, `${file}.tmp`);
  } catch (cause) {
    throw fileError('write', file, cause);
  }
}

/**
 * The same in a folder that is there, by way of the file `beside` in the same folder; that one is overwritten, and gone afterwards. Not
 * write-file-atomic, which takes a short write, as a disk that runs full gives one, for a whole one.
 */
export async function replacePrivate(file: string, content: string, beside: string): Promise<void> {
  try {
    // Left by an interrupted write.
    await remove(beside);
    await writeThrough(beside, content);
    await rename(beside, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await remove(beside).catch(() => undefined);
    throw error;
  }
}

/** Opens without blocking, because opening a pipe without a writer would wait for ever. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Undefined when there is no such file. Throws an AgentError when it cannot be read. */
export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, { encoding: 'utf8', flag: withoutWaiting });
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw fileError('read', file, cause);
  }
}

export async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function writeThrough(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the renaming itself outlive a loss of power; not every file system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const fileError = (verb: string, file: string, cause: unknown): AgentError =>
  new AgentError('unavailable', `cannot ${verb} ${file} (${errorCode(cause) ?? 'unknown reason'})`, { cause });
