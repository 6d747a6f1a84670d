import type * as z from 'zod';
import { errorCode } from '../agent-error.ts';
import { parsedJson } from '../parsed-json.ts';
import { readIfPresent, remove, writePrivate } from './private-files.ts';

export interface StoredJson<T> {
  load(): Promise<T | undefined>;
  save(value: T): Promise<void>;
  clear(): Promise<void>;
}

/** Called for a file with unreadable content. */
export type OnDamage = (file: string) => void;

/**
 * A small piece of state in one private file. What does not parse counts as absent, and so does a folder in the place of the file, so that neither
 * can stop the agent for good.
 */
export function storedJson<T>(file: string, schema: z.ZodType<T>, onDamage: OnDamage): StoredJson<T> {
  return {
    async load() {
      const text = await readIfPresent(file).catch(emptyIfFolder);
      if (text === undefined) return undefined;
      const value = parsedJson(text, schema);
      if (value === undefined) onDamage(file);
      return value;
    },
    save: (value) => writePrivate(file, `${JSON.stringify(value, null, 2)}\n`),
    clear: () =>
      remove(file)
        .catch(emptyIfFolder)
        .then(() => undefined),
  };
}

function emptyIfFolder(error: unknown): string {
  const code = errorCode(error) ?? (error instanceof Error ? errorCode(error.cause) : undefined);
  if (code === 'EISDIR' || code === 'ERR_FS_EISDIR') return '';
  throw error;
}
