import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.looseObject({ applicationId: z.string(), condition: z.string().optional(), message: z.string().optional() });
type HealthCheck = z.infer<typeof image>;

/** Every probe changes the item; only a different result raises an event. */
export const healthCheckReader = entityReader(image, {
  created: () => [],
  changed: (before, after) => healthChanged(before, after),
  deleted: () => [],
});

function healthChanged(before: HealthCheck, { applicationId, condition, message }: HealthCheck): EventDraft[] {
  const previousCondition = before.condition;
  if (condition === undefined || condition === previousCondition) return [];
  const data = { applicationId, condition, ...(previousCondition && { previousCondition }), ...(message && { message }) };
  return [{ detailType: 'ApplicationHealthChanged', data }];
}
