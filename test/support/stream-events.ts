import type { DomainEvent } from '#shared/events/domain-event.ts';
import { changeOf } from '#shared/table/changes/change-of-record.ts';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import type { Dynamo } from './engines.ts';
import { streamRecords } from './table-stream.ts';

/** The events that the relay would publish of everything that was written so far. */
export const eventsInStream = async (dynamo: Dynamo): Promise<DomainEvent[]> =>
  (await streamRecords(dynamo)).flatMap((record) => eventsOf(changeOf(record)));
