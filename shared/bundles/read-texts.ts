import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import type { BundleRepository } from './bundle-repository.ts';
import type { WithText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

interface Deps {
  readonly bundles: Pick<BundleRepository, 'itemTexts'>;
  readonly textObjects: Pick<TextObjects, 'get'>;
}

const atOnce = 10;

/** The texts of these parts of one Application, by their ids: those in the table in one batch per 100, beside them those in the bucket, 10 at once. */
export async function readTexts(owners: readonly WithText[], { bundles, textObjects }: Deps): Promise<Map<string, string>> {
  const [first] = owners;
  if (!first) return new Map();
  const inTable = owners.filter(({ text }) => text && text.objectKey === undefined).map(({ id }) => id);
  const inBucket = owners.flatMap(({ id, text }) => (text?.objectKey === undefined ? [] : [{ id, objectKey: text.objectKey }]));
  const [items, objects] = await Promise.all([
    bundles.itemTexts(first.tenant, first.applicationId, inTable),
    mapConcurrently(inBucket, atOnce, async ({ id, objectKey }) => ({ id, text: await textObjects.get(objectKey) })),
  ]);
  return new Map([...items, ...objects.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const]))]);
}
