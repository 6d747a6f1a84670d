import type { DomainEvent } from './domain-event.ts';

/** The bus of domain events. */
export interface EventBus {
  /** Publishes in order and stops at the first event that the bus does not take. A repeat publishes the same events again. */
  publish(events: readonly DomainEvent[]): Promise<Published>;
}

interface Published {
  /** Number of events, from the first on, that the bus certainly accepted. */
  readonly accepted: number;
  /** Why not all of them. */
  readonly cause?: unknown;
}
