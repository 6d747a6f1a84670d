import type { DomainEvent } from './domain-event.ts';

/** The bus of domain events. */
export interface EventBus {
  /** Publishes in order and stops at the first event that the bus refuses. A repetition publishes the same events again. */
  publish(events: readonly DomainEvent[]): Promise<Published>;
}

interface Published {
  /** Number of events, from the first, that the bus accepted. */
  readonly accepted: number;
  /** Error of the first event that was not accepted. */
  readonly cause?: unknown;
}
