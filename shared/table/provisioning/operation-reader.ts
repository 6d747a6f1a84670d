import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.object({
  id: z.string(),
  runtimeId: z.string(),
  driver: z.string(),
  operation: z.enum(['Provision', 'Deprovision', 'Reconnect', 'Upgrade']),
  state: z.enum(['Pending', 'InProgress', 'Succeeded', 'Failed']),
  lastError: z.object({ step: z.string(), code: z.string(), message: z.string() }).optional(),
});
type Operation = z.infer<typeof image>;

/** The beginnings of the names of events. */
const names = { Provision: 'Provisioning', Deprovision: 'Deprovisioning', Reconnect: 'Reconnecting', Upgrade: 'Upgrading' } as const;

export const operationReader = entityReader(image, {
  created: (after) => [{ detailType: `${names[after.operation]}Started` as const, data: data(after) }],
  changed: (before, after) => (before.state === after.state ? [] : ended(after)),
  deleted: () => [],
});

const data = ({ id, runtimeId, driver }: Operation) => ({ operationId: id, runtimeId, driver });

function ended(after: Operation): EventDraft[] {
  if (after.state === 'Succeeded') return [{ detailType: `${names[after.operation]}Succeeded` as const, data: data(after) }];
  if (after.state !== 'Failed' || !after.lastError) return [];
  return [{ detailType: `${names[after.operation]}Failed` as const, data: { ...data(after), ...after.lastError } }];
}
