import { days, minutes } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Delivery } from './delivery.ts';
import type { AnsweredState, ParticipantReport } from './participant-report.ts';

/**
 * `GONE`: the endpoint answered 410. `DROPPED`: the webhook was deleted meanwhile. `FAILED`: the last attempt failed, or the webhook is disabled.
 * None of them is tried again by itself.
 */
export const endedStates = ['SUCCEEDED', 'GONE', 'DROPPED', 'FAILED'] as const;
type EndedState = (typeof endedStates)[number];

export const deliveryStates = ['PENDING', ...endedStates] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * Reasons of a delivery that is `FAILED`. `ATTEMPTS_EXHAUSTED`: the last attempt of the schedule failed. `ENDPOINT_UNREACHABLE`: the endpoint gave no answer, to other
 * deliveries either, for as long as the schedule lasts. `WEBHOOK_DISABLED`: it is not called. `ATTEMPTS_CUT_OFF`: the dispatcher ended during every attempt,
 * so that the message would have become a dead letter.
 */
export const failures = ['ATTEMPTS_EXHAUSTED', 'ENDPOINT_UNREACHABLE', 'WEBHOOK_DISABLED', 'ATTEMPTS_CUT_OFF'] as const;
export type Failure = (typeof failures)[number];

/** Retention of records, and with them of the knowledge that a delivery is done. */
export const recordLifetime = days(30);

/** Maximum number of attempts after which a delivery does not begin anew, so that its record has an end. */
export const maxAttempts = 100;

/** Lease of a claim, longer than any attempt; afterwards the attempt counts as crashed. */
export const leaseTime = minutes(1);

/** The right to attempt a delivery, until the lease ends. */
export interface Claim {
  /** Attempts, this one included. */
  readonly attempt: number;
  /** Position in the retry schedule: attempts since the delivery was made, or since it was last to be delivered again. */
  readonly step: number;
  /** When that was. */
  readonly since: Date;
}

export type ClaimResult =
  | ({ readonly result: 'claimed' } & Claim)
  | { readonly result: 'ended'; readonly state: EndedState }
  /** Another worker holds the delivery until then. */
  | { readonly result: 'busy'; readonly until: Date }
  /** The next attempt is due then. `isKept`: the table keeps it until then, and needs no message for it. */
  | { readonly result: 'waiting'; readonly until: Date; readonly isKept: boolean };

/** The time of the next attempt. */
export interface NextAttempt {
  readonly at: Date;
  /** True if the table is to keep it as due work; false if its message stays in the queue. */
  readonly isKept: boolean;
}

/** One call of the endpoint, or one that could not be made. */
export interface Attempt {
  readonly at: Date;
  /** Milliseconds. */
  readonly duration: number;
  readonly status?: number;
  readonly error?: string;
  /** The beginning of the answer's body, without what was sent to the endpoint in confidence. */
  readonly body?: string;
  /** The state of the receiver, where the answer says it. */
  readonly answered?: AnsweredState;
}

/** A delivery whose next attempt is due. */
interface DueDelivery {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

export interface DeliveryRepository {
  /**
   * Creates the record or claims it for one attempt, by one conditional write. `isNew` says that there is hardly a record, which makes creating one
   * cheaper.
   */
  claim(delivery: Delivery, now: Date, isNew?: boolean): Promise<ClaimResult>;
  /** Ends the record, regardless of who holds the claim. */
  end(delivery: Delivery, state: Exclude<EndedState, 'FAILED'>, attempt: Attempt | undefined, now: Date): Promise<void>;
  /**
   * Notes a failed attempt and when the next one follows, or why there is none and the delivery has failed. No effect when another worker took over
   * or ended it.
   */
  fail(delivery: Delivery, claim: Claim, attempt: Attempt, next: NextAttempt | Failure, now: Date): Promise<void>;
  /** Gives the claim back without an attempt; no effect when another worker took over or ended it. */
  release(delivery: Delivery, claim: Claim, next: NextAttempt, now: Date): Promise<void>;
  /**
   * Has an ended delivery begin anew, as due work whose time has come. Answers undefined where there is none, where it is under way, and after the
   * maximum number of attempts. What its receiver reported is forgotten.
   */
  restart(tenant: TenantId, id: string, now: Date): Promise<Delivery | undefined>;
  /**
   * Has the table keep a delivery as due work whose time has come, with or without a record of it; returns false if it has ended. It keeps what its record
   * says of attempts.
   */
  adopt(delivery: Delivery, now: Date): Promise<boolean>;
  /**
   * Notes what the receiver reports of a delivery that was attempted, until it begins anew. Returns false without such an attempt, and after a later
   * report.
   */
  report(tenant: TenantId, id: string, report: ParticipantReport): Promise<boolean>;
  /** Ids of the deliveries to a webhook that failed or met an endpoint that was gone, made then or later, the oldest first, a page at a time. */
  listFailed(tenant: TenantId, webhookId: string, since: Date): AsyncIterable<readonly string[]>;
  /** Lists the deliveries of all tenants that are due and kept by the table. */
  due(now: Date): AsyncGenerator<DueDelivery, void>;
  /** Takes a due delivery on; at most one concurrent caller gets it. It becomes due again at `next`, unless an attempt begins before. */
  takeDue(due: DueDelivery, next: Date): Promise<Delivery | undefined>;
}
