import type { Delivery } from './delivery.ts';

/** The queue of deliveries for the dispatcher. */
export interface DeliveryQueue {
  /** Throws if the queue refuses a message on every attempt; the others may be sent by then. */
  send(deliveries: readonly Delivery[]): Promise<void>;
  /** Makes a received message visible again after so many whole seconds, at least 1. */
  postpone(receiptHandle: string, seconds: number): Promise<void>;
}
