import type { EventMetadata, FormationReference } from '../events/event-metadata.ts';
import type { NotifyingEvent } from '../events/notifying-events.ts';

const notificationType = 'io.compass.configuration.changed.v1';

/** Keeps a notification small; an Application with more formations reads them from the Director. */
const maxFormations = 50;

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
export function configurationNotification(id: string, { tenant, occurredAt }: EventMetadata, change: ConfigurationChange): string {
  return JSON.stringify({
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
  });
}
