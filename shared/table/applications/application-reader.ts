import * as z from 'zod';
import { descriptionFields } from '#shared/applications/application.ts';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { formationReferences } from '#shared/events/event-metadata.ts';
import { changedAttributes } from '#shared/table/changes/changed-attributes.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.object({ condition: z.string() }),
  formations: z.record(z.string(), z.string()),
  defaultEventingRuntimeId: z.string().optional(),
});
type Application = z.infer<typeof image>;

/** Attributes that ApplicationUpdated reports. Formations, status and default eventing have events of their own. */
const described = ['name', ...descriptionFields, 'integrationSystemID', 'labels'];

export const applicationReader = entityReader(image, {
  created: (after) => [
    { detailType: 'ApplicationRegistered', data: { ...applicationData(after), formations: formationReferences(after.formations) } },
    ...connected(undefined, after),
  ],
  changed: (before, after) => [...updated(before, after), ...statusChanged(before, after), ...defaultEventingChanged(before, after)],
  deleted: (before) => [{ detailType: 'ApplicationUnregistered', data: applicationData(before) }],
});

const applicationData = ({ id, name }: Application) => ({ applicationId: id, name });

function updated(before: Application, after: Application): EventDraft[] {
  const changed = changedAttributes(before, after, described);
  return changed.length === 0 ? [] : [{ detailType: 'ApplicationUpdated', data: { ...applicationData(after), changed } }];
}

function statusChanged(before: Application, after: Application): EventDraft[] {
  const { condition } = after.status;
  const previousCondition = before.status.condition;
  if (condition === previousCondition) return [];
  return [
    { detailType: 'ApplicationStatusChanged', data: { ...applicationData(after), condition, previousCondition } },
    ...connected(previousCondition, after),
  ];
}

const connected = (previousCondition: string | undefined, after: Application): EventDraft[] =>
  after.status.condition === 'CONNECTED' && previousCondition !== 'CONNECTED'
    ? [{ detailType: 'ApplicationConnected', data: applicationData(after) }]
    : [];

function defaultEventingChanged(before: Application, after: Application): EventDraft[] {
  const runtimeId = after.defaultEventingRuntimeId;
  const previousRuntimeId = before.defaultEventingRuntimeId;
  if (runtimeId === previousRuntimeId) return [];
  return [
    {
      detailType: 'DefaultEventingChanged',
      data: { applicationId: after.id, ...(runtimeId && { runtimeId }), ...(previousRuntimeId && { previousRuntimeId }) },
    },
  ];
}
