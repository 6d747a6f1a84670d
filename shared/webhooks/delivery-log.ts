import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { DeliveryState, Failure } from './delivery-record.ts';
import type { AnsweredState, ParticipantReport } from './participant-report.ts';

/** Names a list: the deliveries of an Application, or to a webhook. */
export type LogOf = { readonly tenant: TenantId } & ({ readonly applicationId: string } | { readonly webhookId: string });

export interface LoggedAttempt {
  readonly at: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly status?: number;
  readonly error?: string;
  readonly body?: string;
  readonly answered?: AnsweredState;
}

/** A delivery as its record says. */
export interface LoggedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly applicationId: string;
  /** The template that owns the webhook, if the Application does not. */
  readonly applicationTemplateId?: string;
  readonly eventId: string;
  readonly eventType?: string;
  readonly state: DeliveryState;
  readonly failure?: Failure;
  readonly createdAt: string;
  /** Time of the next attempt, while there is one to come. */
  readonly dueAt?: string;
  /** Number of attempts, with those that a crash cut off. */
  readonly attemptCount: number;
  readonly attempts: readonly LoggedAttempt[];
  /** The report of its receiver, since it was made or last began anew. */
  readonly report?: ParticipantReport;
}

/** Leaves deliveries out of a list. Default: none. */
export interface DeliveryFilter {
  readonly states?: readonly DeliveryState[];
  readonly eventTypes?: readonly string[];
  /** Made then or later. */
  readonly from?: Date;
  /** Made then or earlier. */
  readonly to?: Date;
  /** Leaves out those to webhooks of a template. */
  readonly isOwn?: boolean;
}

export interface DeliveryLog {
  find(tenant: TenantId, id: string): Promise<LoggedDelivery | undefined>;
  /** Those of these deliveries that there are, in any order: one batch read for 100. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<LoggedDelivery[]>;
  /** The latest first, by one query. With a filter a page may end early, and be empty, although there is a next one. */
  list(of: LogOf, filter: DeliveryFilter, page: PageRequest): Promise<Page<LoggedDelivery>>;
}
