import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { formationReferences } from '#shared/events/event-metadata.ts';
import { eventingUrlLabel, eventingUrlOf } from '#shared/runtimes/runtime.ts';
import { changedAttributes } from '#shared/table/changes/changed-attributes.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.looseObject({
  id: z.string(),
  name: z.string(),
  labels: z.record(z.string(), z.json()),
  status: z.object({ condition: z.string() }),
  formations: z.record(z.string(), z.string()),
});
type Runtime = z.infer<typeof image>;

/** Attributes that RuntimeUpdated reports. Formations, status and eventing URL have events of their own. */
const described = ['name', 'description', 'applicationNamespace', 'labels'];

export const runtimeReader = entityReader(image, {
  created: (after) => [{ detailType: 'RuntimeRegistered', data: inFormations(after) }, ...connected(undefined, after)],
  changed: (before, after) => [...updated(before, after), ...statusChanged(before, after), ...eventingUrlChanged(before, after)],
  deleted: (before) => [{ detailType: 'RuntimeUnregistered', data: runtimeData(before) }],
});

const runtimeData = ({ id, name }: Runtime) => ({ runtimeId: id, name });
const inFormations = (runtime: Runtime) => ({ ...runtimeData(runtime), formations: formationReferences(runtime.formations) });

function updated(before: Runtime, after: Runtime): EventDraft[] {
  const changed = changedAttributes(withoutEventingUrl(before), withoutEventingUrl(after), described);
  return changed.length === 0 ? [] : [{ detailType: 'RuntimeUpdated', data: { ...runtimeData(after), changed } }];
}

function withoutEventingUrl(runtime: Runtime) {
  const { [eventingUrlLabel]: _, ...labels } = runtime.labels;
  return { ...runtime, labels };
}

function statusChanged(before: Runtime, after: Runtime): EventDraft[] {
  const { condition } = after.status;
  const previousCondition = before.status.condition;
  if (condition === previousCondition) return [];
  return [
    { detailType: 'RuntimeStatusChanged', data: { ...runtimeData(after), condition, previousCondition } },
    ...connected(previousCondition, after),
  ];
}

const connected = (previousCondition: string | undefined, after: Runtime): EventDraft[] =>
  after.status.condition === 'CONNECTED' && previousCondition !== 'CONNECTED'
    ? [{ detailType: 'RuntimeConnected', data: inFormations(after) }]
    : [];

function eventingUrlChanged(before: Runtime, after: Runtime): EventDraft[] {
  const eventingUrl = eventingUrlOf(after);
  const previousEventingUrl = eventingUrlOf(before);
  if (eventingUrl === previousEventingUrl) return [];
  const formations = formationReferences(after.formations);
  return [{ detailType: 'RuntimeEventingUrlChanged', data: { runtimeId: after.id, eventingUrl, previousEventingUrl, formations } }];
}
