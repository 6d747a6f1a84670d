import * as z from 'zod';
import { type DetailType, type EventData, type EventSource, eventCatalogue } from './event-catalogue.ts';
import { type EventMetadata, eventMetadataSchema } from './event-metadata.ts';

export interface EventOf<T extends DetailType> {
  readonly source: EventSource;
  readonly detailType: T;
  readonly detail: { readonly metadata: EventMetadata; readonly data: EventData<T> };
}

/** An event as it goes to the bus. */
export type DomainEvent = { [T in DetailType]: EventOf<T> }[DetailType];

/** The schema of an event's `detail`. */
export const detailSchema = <T extends DetailType>(detailType: T) =>
  z.object({ metadata: eventMetadataSchema, data: eventCatalogue[detailType] });
