import * as z from 'zod';

/** Fields that every event carries beside its data. */
export const eventMetadataSchema = z.object({
  eventId: z.string().describe('Derived from the change: the same event has the same id however often it is published.'),
  // Generators of code make a float of a literal, whose JSON Schema is a `number`.
  schemaVersion: z.literal(1).meta({ type: 'integer' }),
  tenant: z.string(),
  entityVersion: z.int().positive().describe('Grows with every change of the entity; events may arrive out of order.'),
  occurredAt: z.iso.datetime(),
  actor: z.string().nullable().describe('Who made the change, as kind/id; null where the change does not say, as with deletions.'),
});

export type EventMetadata = z.infer<typeof eventMetadataSchema>;

/** A formation as events name it. */
export const formationReference = z.object({ id: z.string(), name: z.string() });

export type FormationReference = z.infer<typeof formationReference>;

export const formationReferences = (formations: Readonly<Record<string, string>>): FormationReference[] =>
  Object.entries(formations).map(([id, name]) => ({ id, name }));
