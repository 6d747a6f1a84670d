import type { TenantId } from '../core/tenant-id.ts';
import { objectPrefix } from './text.ts';
import type { TextObjects } from './text-objects.ts';

/** Texts to delete: one object, or all of an Application. */
export type UnusedTexts = { readonly objectKey: string } | { readonly tenant: TenantId; readonly applicationId: string };

/** Deletes texts that nothing points to. With an Application goes also what crashes may have left of its texts. A repeat is harmless. */
export const cleanUpTexts = (
  unused: UnusedTexts,
  { textObjects }: { textObjects: Pick<TextObjects, 'delete' | 'deleteUnder'> },
): Promise<void> =>
  'objectKey' in unused ? textObjects.delete(unused.objectKey) : textObjects.deleteUnder(objectPrefix(unused.tenant, unused.applicationId));
