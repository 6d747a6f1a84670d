import { AppError } from '../core/errors.ts';
import { inGroups } from '../core/in-groups.ts';
import type { NewText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

const atOnce = 10;

/**
 * Stores what belongs into the bucket, then writes the items that point there: nobody finds a pointer without its text. When the write
 * is refused, the objects go again; after a crash in between they stay, and nothing points to them.
 */
export async function storeTexts<T>(texts: readonly NewText[], objects: TextObjects, write: () => Promise<T>): Promise<T> {
  const large = texts.flatMap(({ objectKey, data }) => (objectKey === undefined ? [] : [{ objectKey, data }]));
  await inGroups(large, atOnce, ({ objectKey, data }) => objects.put(objectKey, data));
  try {
    return await write();
  } catch (error) {
    // Anything else than a refusal leaves open whether the items were written.
    if (error instanceof AppError) await Promise.allSettled(large.map(({ objectKey }) => objects.delete(objectKey)));
    throw error;
  }
}
