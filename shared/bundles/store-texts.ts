import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { AppError } from '../core/errors.ts';
import type { NewText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

const atOnce = 10;

/**
 * Stores large texts in the bucket, then writes the items that point there, so that no pointer lacks its text. If the write is refused,
 * the objects are deleted; after a crash in between they stay without a pointer.
 */
export async function storeTexts<T>(
  texts: readonly NewText[],
  objects: Pick<TextObjects, 'put' | 'delete'>,
  write: () => Promise<T>,
): Promise<T> {
  await mapConcurrently(texts, atOnce, async ({ objectKey, data }) => {
    if (objectKey !== undefined && data !== undefined) await objects.put(objectKey, data);
  });
  try {
    return await write();
  } catch (error) {
    // After any other error than a refusal the items may have been written.
    if (error instanceof AppError) await dropTexts(texts, objects);
    throw error;
  }
}

/** Deletes the objects of texts without a reference. A failure is ignored: the object only takes space. */
export async function dropTexts(texts: readonly NewText[], objects: Pick<TextObjects, 'delete'>): Promise<void> {
  await Promise.allSettled(texts.map(async ({ objectKey }) => objectKey !== undefined && objects.delete(objectKey)));
}
