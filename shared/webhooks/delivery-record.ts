import { days, minutes } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Delivery } from './delivery.ts';

/** `GONE`: the endpoint answered 410. `DROPPED`: the webhook was deleted meanwhile. Neither is tried again. */
export const endedStates = ['SUCCEEDED', 'GONE', 'DROPPED'] as const;
type EndedState = (typeof endedStates)[number];

/** Retention of records, and with them of the knowledge that a delivery is done. */
export const recordLifetime = days(30);

/** Longer than any attempt may take: after it, the attempt is taken for crashed. */
export const leaseTime = minutes(1);

/** The right to attempt a delivery, until the lease ends. */
export interface Claim {
  readonly attempt: number;
}

export type ClaimResult =
  | ({ readonly result: 'claimed' } & Claim)
  | { readonly result: 'ended'; readonly state: EndedState }
  /** Another worker holds the delivery until then. */
  | { readonly result: 'busy'; readonly until: Date };

interface Failure {
  /** True if no retry follows. */
  readonly final: boolean;
  readonly status?: number;
  readonly error: string;
}

export interface DeliveryRepository {
  /** Creates the record or claims it for one attempt, by one conditional write. */
  claim(delivery: Delivery, now: Date): Promise<ClaimResult>;
  /** Ends the record, regardless of who holds the claim. */
  end(delivery: Delivery, state: EndedState, status: number | undefined, now: Date): Promise<void>;
  /** Notes a failed attempt. Has no effect if another worker claimed or ended the delivery. */
  fail(delivery: Delivery, claim: Claim, failure: Failure, now: Date): Promise<void>;
  /** Deliveries that are neither ended nor given up, a page at a time. */
  listPending(tenant: TenantId): AsyncIterable<readonly Delivery[]>;
}
