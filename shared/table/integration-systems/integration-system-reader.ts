import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { changedAttributes } from '#shared/table/changes/changed-attributes.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.looseObject({ id: z.string(), name: z.string() });
type IntegrationSystem = z.infer<typeof image>;

const integrationSystemData = ({ id, name }: IntegrationSystem) => ({ integrationSystemId: id, name });

/** Events of an integration system. References from Applications and its credentials have events of their own. */
export const integrationSystemReader = entityReader(image, {
  created: (after) => [{ detailType: 'IntegrationSystemRegistered', data: integrationSystemData(after) }],
  changed: (before, after) => updated(before, after),
  deleted: (before) => [{ detailType: 'IntegrationSystemUnregistered', data: integrationSystemData(before) }],
});

function updated(before: IntegrationSystem, after: IntegrationSystem): EventDraft[] {
  const changed = changedAttributes(before, after, ['name', 'description']);
  return changed.length === 0 ? [] : [{ detailType: 'IntegrationSystemUpdated', data: { ...integrationSystemData(after), changed } }];
}
