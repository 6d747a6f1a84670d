import { createHash } from 'node:crypto';
import * as z from 'zod';

export const agentEventSource = 'compass.runtime-agent';

/** Detail types by the kind of a change. */
export const applicationEventTypes = { added: 'ApplicationAdded', changed: 'ApplicationChanged', removed: 'ApplicationRemoved' } as const;
export type ChangeKind = keyof typeof applicationEventTypes;

/** The detail of each of them: never contents or credentials, which are in the view for those who may read them. */
export const applicationEventDetail = z.object({
  metadata: z.object({
    eventId: z.string().describe('Derived from the change: the same event has the same id however often it is put.'),
    // Generators of code make a float of a literal, whose JSON Schema is a `number`.
    schemaVersion: z.literal(1).meta({ type: 'integer' }),
    tenant: z.string(),
    entityVersion: z
      .int()
      .positive()
      .describe('Grows with every change of the Application in this Runtime; events may arrive out of order.'),
    occurredAt: z.iso.datetime(),
    actor: z.string().describe('The Runtime whose Agent applied the change, as runtime/id.'),
  }),
  data: z.object({ runtimeId: z.string(), applicationId: z.string(), name: z.string() }),
});
type ApplicationEventDetail = z.infer<typeof applicationEventDetail>;

/** The JSON Schema of the detail of one of them. It allows more properties than it lists: later versions may add some. */
export const applicationEventSchema = (detailType: string): object => ({
  title: detailType,
  description: `The detail of an event on the bus of a Runtime with source "${agentEventSource}" and detail type "${detailType}".`,
  ...z.toJSONSchema(applicationEventDetail, { target: 'draft-7', io: 'input' }),
});

/** A change of the view that is to be announced. */
export const announcementSchema = z.object({
  kind: z.enum(['added', 'changed', 'removed']),
  id: z.string(),
  name: z.string(),
  revision: z.int().positive(),
  at: z.iso.datetime(),
});
export type Announcement = z.infer<typeof announcementSchema>;

export function detailOf(
  { kind, id, name, revision, at }: Announcement,
  { runtimeId, tenant }: { readonly runtimeId: string; readonly tenant: string },
): ApplicationEventDetail {
  const digest = createHash('sha256')
    .update(JSON.stringify([runtimeId, id, revision, kind]))
    .digest('hex');
  return {
    metadata: {
      eventId: `evt_${digest.slice(0, 32)}`,
      schemaVersion: 1,
      tenant,
      entityVersion: revision,
      occurredAt: at,
      actor: `runtime/${runtimeId}`,
    },
    data: { runtimeId, applicationId: id, name },
  };
}
