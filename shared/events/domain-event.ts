import * as z from 'zod';
import { applicationEvents } from './application-events.ts';
import { certificateEvents } from './certificate-events.ts';
import { clientCredentialsEvents } from './client-credentials-events.ts';
import { definitionEvents } from './definition-events.ts';
import { type EventMetadata, eventMetadataSchema } from './event-metadata.ts';
import { formationEvents } from './formation-events.ts';
import { healthCheckEvents } from './health-check-events.ts';
import { instanceAuthEvents } from './instance-auth-events.ts';
import { integrationSystemEvents } from './integration-system-events.ts';
import { provisioningEvents } from './provisioning-events.ts';
import { runtimeEvents } from './runtime-events.ts';
import { textEvents } from './text-events.ts';

const directorEvents = {
  ...applicationEvents,
  ...healthCheckEvents,
  ...integrationSystemEvents,
  ...clientCredentialsEvents,
  ...runtimeEvents,
  ...formationEvents,
  ...definitionEvents,
  ...instanceAuthEvents,
  ...textEvents,
};

/** The data of every event by its detail type: a contract with whoever listens on the bus. */
export const eventCatalogue = { ...directorEvents, ...certificateEvents, ...provisioningEvents } as const;

export type DetailType = keyof typeof eventCatalogue;
export type EventData<T extends DetailType> = z.infer<(typeof eventCatalogue)[T]>;
export type EventSource = 'compass.director' | 'compass.connector' | 'compass.provisioner';

export interface EventOf<T extends DetailType> {
  readonly source: EventSource;
  readonly detailType: T;
  readonly detail: { readonly metadata: EventMetadata; readonly data: EventData<T> };
}

/** Something that happened, as it goes to the bus. */
export type DomainEvent = { [T in DetailType]: EventOf<T> }[DetailType];

export function sourceOf(detailType: DetailType): EventSource {
  if (detailType in certificateEvents) return 'compass.connector';
  if (detailType in provisioningEvents) return 'compass.provisioner';
  return 'compass.director';
}

/** The schema of an event's `detail`. */
export const detailSchema = <T extends DetailType>(detailType: T) =>
  z.object({ metadata: eventMetadataSchema, data: eventCatalogue[detailType] });
