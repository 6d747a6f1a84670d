import type { DomainEvent } from '#shared/events/domain-event.ts';
import type { EventBus } from '#shared/events/event-bus.ts';
import type { Change } from './change.ts';
import { eventsOf } from './events-of-change.ts';

/** A change of the stream; reading it throws if it is malformed. */
export interface StreamedChange {
  readonly sequenceNumber: string;
  readonly read: () => Change;
}

export interface RelayOutcome {
  readonly published: number;
  /** The number of published events by detail type. */
  readonly events: Readonly<Record<string, number>>;
  /** The first change that was not published. The stream resumes there. */
  readonly failed?: { readonly sequenceNumber: string; readonly cause: unknown };
}

/** Publishes the events of a sequence of changes in order, and stops at the first failure. */
export async function relayChanges(changes: readonly StreamedChange[], { bus }: { readonly bus: EventBus }): Promise<RelayOutcome> {
  const { events, origins, unreadable } = understood(changes);
  const { accepted, cause } = await bus.publish(events);
  const refused = origins[accepted];
  const done = { published: accepted, events: countsByType(events.slice(0, accepted)) };
  if (refused !== undefined) return { ...done, failed: { sequenceNumber: refused, cause } };
  return { ...done, ...(unreadable && { failed: unreadable }) };
}

function countsByType(events: readonly DomainEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { detailType } of events) counts[detailType] = (counts[detailType] ?? 0) + 1;
  return counts;
}

function understood(changes: readonly StreamedChange[]) {
  const events: DomainEvent[] = [];
  /** The sequence number of the change that each event comes from. */
  const origins: string[] = [];
  for (const { sequenceNumber, read } of changes) {
    try {
      for (const event of eventsOf(read())) {
        events.push(event);
        origins.push(sequenceNumber);
      }
    } catch (cause) {
      return { events, origins, unreadable: { sequenceNumber, cause } };
    }
  }
  return { events, origins };
}
