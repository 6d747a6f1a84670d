import * as z from 'zod';
import type { TextOwnerKind } from '#shared/events/event-catalogue.ts';
import type { EventDraft } from '#shared/events/event-draft.ts';
import type { Image } from '#shared/table/changes/change.ts';
import type { EntityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.object({
  applicationId: z.string(),
  bundleId: z.string().optional(),
  id: z.string(),
  text: z.object({ objectKey: z.string().optional() }).optional(),
  fetchRequest: z.object({ id: z.string(), status: z.object({ condition: z.string() }) }).optional(),
});
type Owner = z.infer<typeof image>;

/** Adds events for the text of an owner: fetch it, or delete an object that it no longer refers to. */
export const withTextEvents =
  (ownerKind: TextOwnerKind, read: EntityReader): EntityReader =>
  (before, after) => [...read(before, after), ...textDrafts(ownerKind, parsed(before), parsed(after))];

const parsed = (one: Image | undefined): Owner | undefined => one && image.parse(one);

function textDrafts(ownerKind: TextOwnerKind, before: Owner | undefined, after: Owner | undefined): EventDraft[] {
  const drafts: EventDraft[] = [];
  const objectKey = before?.text?.objectKey;
  if (before && objectKey !== undefined && objectKey !== after?.text?.objectKey) {
    drafts.push({ detailType: 'SpecificationReleased', data: { applicationId: before.applicationId, ownerId: before.id, objectKey } });
  }
  const wish = after?.fetchRequest;
  if (after && wish && wish.status.condition === 'INITIAL' && wish.id !== before?.fetchRequest?.id) {
    const { applicationId, bundleId, id: ownerId } = after;
    const data = { applicationId, ...(bundleId && { bundleId }), ownerKind, ownerId, fetchRequestId: wish.id };
    drafts.push({ detailType: 'SpecificationFetchRequested', data });
  }
  return drafts;
}
