import type { DomainEvent } from './domain-event.ts';

/** Where domain events go. */
export interface EventBus {
  /** Publishes in order and stops at the first event that the bus does not take. A repeat publishes the same events again. */
  publish(events: readonly DomainEvent[]): Promise<Published>;
}

interface Published {
  /** How many events, from the first on, the bus took for certain. */
  readonly accepted: number;
  /** Why not all of them. */
  readonly cause?: unknown;
}
