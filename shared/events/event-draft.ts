import type { DetailType, EventData } from './event-catalogue.ts';

/** An event before it gets its metadata. `key` tells apart events of one type that come out of one change. */
export type EventDraft = {
  [T in DetailType]: { readonly detailType: T; readonly data: EventData<T>; readonly key?: string };
}[DetailType];
