import type { TenantId } from '../core/tenant-id.ts';
import { objectPrefix } from './text.ts';
import type { TextObjects } from './text-objects.ts';

/** Texts to delete: one object, or all of an Application. */
export type UnusedTexts = { readonly objectKey: string } | { readonly tenant: TenantId; readonly applicationId: string };

/** Deletes texts without a reference. For a deleted Application, also those that a crash left. A repetition changes nothing. */
export const cleanUpTexts = (
  unused: UnusedTexts,
  { textObjects }: { textObjects: Pick<TextObjects, 'delete' | 'deleteUnder'> },
): Promise<void> =>
  'objectKey' in unused ? textObjects.delete(unused.objectKey) : textObjects.deleteUnder(objectPrefix(unused.tenant, unused.applicationId));
