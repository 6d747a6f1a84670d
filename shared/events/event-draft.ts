import type { DetailType, EventData } from './event-catalogue.ts';

/** An event without metadata. `key` distinguishes events of one type from one change. */
export type EventDraft = {
  [T in DetailType]: { readonly detailType: T; readonly data: EventData<T>; readonly key?: string };
}[DetailType];
