import type { DetailType, EventData } from './event-catalogue.ts';

/**
 * An event without metadata. `key` distinguishes events of one type from one change. `changeId` identifies the change, so that readers of the item know the
 * id of the event. Default: the id of the record of the stream.
 */
export type EventDraft = {
  [T in DetailType]: { readonly detailType: T; readonly data: EventData<T>; readonly key?: string; readonly changeId?: string };
}[DetailType];
