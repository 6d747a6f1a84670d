import type { z } from 'zod';
import { readIfPresent, remove, writePrivate } from './private-files.ts';

export interface StoredJson<T> {
  load(): Promise<T | undefined>;
  save(value: T): Promise<void>;
  clear(): Promise<void>;
}

/** A small piece of state in one private file. What does not parse counts as absent, so that a damaged file cannot stop the agent for good. */
export function storedJson<T>(file: string, schema: z.ZodType<T>): StoredJson<T> {
  return {
    load: async () => parse(await readIfPresent(file), schema),
    save: (value) => writePrivate(file, `${JSON.stringify(value, null, 2)}\n`),
    clear: () => remove(file),
  };
}

function parse<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
