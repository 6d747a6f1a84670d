import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { replacePrivate } from '#agent/state/private-files.ts';
import { errorCodeOf, Refusal } from './refusal.ts';

/** Replaces a file in one step, whole or not at all, also on a full disk; only its owner may read it. Several processes may do so at once. */
export async function writePrivateFile(path: string, content: string): Promise<void> {
  try {
    await replacePrivate(path, content, `${path}.${randomUUID()}.tmp`);
  } catch (error) {
    throw new Refusal(`${path} cannot be written (${errorCodeOf(error) ?? error}): see to the free space and the permissions there.`);
  }
}

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
