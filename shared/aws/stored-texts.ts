import type { TextObjects } from '../bundles/text-objects.ts';
import { loadedAtFirstUse } from '../core/loaded-at-first-use.ts';

/** The large texts in a bucket. The client of S3 is loaded at first use. */
export const storedTexts = (bucket: string): TextObjects =>
  loadedAtFirstUse(async () => {
    const [{ s3Client }, { s3TextObjects }] = await Promise.all([import('./s3-client.ts'), import('./text-objects.ts')]);
    return s3TextObjects(s3Client(), bucket);
  }, ['put', 'putStream', 'get', 'downloadUrl', 'delete', 'deleteUnder']);
