import * as z from 'zod';
import { type EventMetadata, type FormationReference, formationReference } from '../events/event-metadata.ts';
import { type NotifyingEvent, notifyingDetailTypes } from '../events/notifying-events.ts';

const notificationType = 'io.compass.configuration.changed.v1';

/** Keeps a notification small; an Application with more formations reads them from the Director. */
const maxFormations = 50;

/** The notification as receivers read it. It allows more properties than it lists, and other reasons: later versions may add some. */
export const configurationNotificationSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().describe('The same as the header webhook-id, in every attempt.'),
  source: z.string().describe('The tenant: /compass/tenants/<tenant>.'),
  type: z.literal(notificationType),
  subject: z.string().describe('The Application: applications/<id>.'),
  time: z.iso.datetime().describe('When the change was committed.'),
  datacontenttype: z.literal('application/json'),
  data: z.object({
    tenant: z.string(),
    applicationId: z.string(),
    runtimeId: z.string().optional().describe('The Runtime that it is about; absent where it is about none.'),
    formations: z.array(formationReference).describe(`Those by which the change concerns the Application, at most ${maxFormations}.`),
    bundleId: z.string().optional().describe('Present where it is about credentials.'),
    bundleInstanceAuthId: z.string().optional().describe('Present where it is about credentials.'),
    reason: z
      .string()
      .meta({ examples: [...notifyingDetailTypes] })
      .describe('The detail type of the event behind it.'),
  }),
});

export const configurationNotificationJsonSchema = (): object => ({
  title: 'ConfigurationChanged',
  description: 'The body of the request by which an Application is notified of a change.',
  ...z.toJSONSchema(configurationNotificationSchema, { target: 'draft-7', io: 'input' }),
});

type ConfigurationNotification = z.infer<typeof configurationNotificationSchema>;

export interface ConfigurationChange {
  readonly applicationId: string;
  readonly runtimeId?: string;
  /** The Application's formations that the change concerns. */
  readonly formations: readonly FormationReference[];
  /** The instance auth for which the Application is to issue or revoke credentials. */
  readonly credentials?: { readonly bundleId: string; readonly bundleInstanceAuthId: string };
  readonly reason: NotifyingEvent['detail-type'];
}

/** The CloudEvent that notifies an Application of a change. It never names another Application. */
export function configurationNotification(
  id: string,
  { tenant, occurredAt }: Pick<EventMetadata, 'tenant' | 'occurredAt'>,
  change: ConfigurationChange,
): string {
  const notification: ConfigurationNotification = {
    specversion: '1.0',
    id,
    source: `/compass/tenants/${encodeURIComponent(tenant)}`,
    type: notificationType,
    subject: `applications/${change.applicationId}`,
    time: occurredAt,
    datacontenttype: 'application/json',
    data: {
      tenant,
      applicationId: change.applicationId,
      runtimeId: change.runtimeId,
      formations: change.formations.slice(0, maxFormations),
      ...change.credentials,
      reason: change.reason,
    },
  };
  return JSON.stringify(notification);
}
