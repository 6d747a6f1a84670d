import { later } from '../core/clock.ts';
import { createdAtOf } from '../core/ids.ts';
import { deliveryIdFor } from '../webhooks/configuration-delivery.ts';
import type { LoggedDelivery } from '../webhooks/delivery-log.ts';
import { recordLifetime } from '../webhooks/delivery-record.ts';
import type { AnsweredState, ParticipantReport } from '../webhooks/participant-report.ts';
import type { Recipient } from '../webhooks/recipient.ts';
import {
  type AssignmentError,
  type AssignmentState,
  type FormationAssignment,
  type ParticipantChange,
  type SealedConfiguration,
  statesOf,
} from './formation-assignment.ts';
import { timeOf } from './participant-change.ts';

/** A change of which an Application is told by its webhooks. */
export type ToldChange = ParticipantChange & { readonly eventId: string };

/** One notification of the change, and its record where there is one. */
export interface Telling {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly record?: LoggedDelivery;
}

/** The ids of the deliveries of a change, which follow from its event and from the webhooks that the Application has now. */
export const tellingsOf = ({ eventId }: ToldChange, recipient: Recipient, maxWebhooks: number): Telling[] =>
  recipient.webhookIds.slice(0, maxWebhooks).map((webhookId) => ({
    deliveryId: deliveryIdFor(eventId, webhookId, recipient),
    webhookId,
  }));

/** Returns true if the records of the change may be gone: what was not told by then, and did not fail meanwhile, is not known any more. */
export const isForgotten = (change: ParticipantChange, now: Date): boolean => later(timeOf(change), recordLifetime) <= now;

type Outcome = Pick<FormationAssignment, 'state' | 'error' | 'stateChangedAt' | 'notifiedAt' | 'configuration'>;

/** The state of an Application as one notification has it, and since when it is known. */
interface Standing {
  readonly state: AssignmentState;
  readonly error?: AssignmentError;
  readonly at?: string;
  readonly configuration?: SealedConfiguration;
}

/**
 * The state of an Application as its deliveries of the change say: one that failed counts before one that is under way or of which it is to report
 * yet.
 */
export function outcomeOf(change: ToldChange, tellings: readonly Telling[]): Outcome {
  const notifiedAt = tellings
    .flatMap(({ record }) => record?.attempts.map(({ at }) => at) ?? [])
    .sort()
    .at(-1);
  const standings = tellings.map((telling) => standingOf(telling, change));
  const counts = standings.find(({ error }) => error) ?? standings.find(({ state }) => state !== 'READY');
  const configuration = standings.find((one) => one.configuration)?.configuration;
  const changedAt = timeOf(change).toISOString();
  return {
    state: counts?.state ?? 'READY',
    stateChangedAt: (counts ? counts.at : (latestOf(standings) ?? notifiedAt)) ?? changedAt,
    ...(counts?.error && { error: counts.error }),
    ...(notifiedAt !== undefined && { notifiedAt }),
    ...(configuration && { configuration }),
  };
}

const latestOf = (standings: readonly Standing[]): string | undefined =>
  standings
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1);

/** The state of the receiver of one notification. Its report counts before everything else. */
export function standingOf(telling: Telling, change: ToldChange): Standing {
  const { record, deliveryId } = telling;
  if (!record) return { state: isExpected(telling, change) ? statesOf(change).waiting : 'READY' };
  const { report } = record;
  if (!report) return deliveredAs(record, change);
  const { at, configuration } = report;
  return { ...said(report, change), at, ...(configuration !== undefined && { configuration: { deliveryId, sealed: configuration } }) };
}

function deliveredAs(record: LoggedDelivery, change: ToldChange): Standing {
  const last = record.attempts.at(-1);
  const at = last?.at;
  switch (record.state) {
    case 'PENDING':
      return { state: statesOf(change).waiting };
    case 'FAILED':
    case 'GONE':
      return { state: statesOf(change).failed, error: { message: reasonOf(record), code: 1 }, at };
    case 'SUCCEEDED':
      return { ...answeredAs(last?.answered, change), at };
    default:
      return { state: 'READY', at };
  }
}

function answeredAs(answered: AnsweredState | undefined, change: ToldChange): Standing {
  if (!answered) return { state: 'READY' };
  const { state, error } = answered;
  return state === 'EXPECTED' ? { state: statesOf(change).waiting } : said({ state, error }, change);
}

function said({ state, error }: Pick<ParticipantReport, 'state' | 'error'>, change: ToldChange): Standing {
  if (state !== 'ERROR') return { state };
  return { state: statesOf(change).failed, error: { message: error ?? 'the participant gave no reason', code: 2 } };
}

/** A webhook that was added after the change is not called for it, and has no record. */
const isExpected = ({ webhookId }: Telling, change: ToldChange): boolean => (createdAtOf(webhookId) ?? 0) <= timeOf(change).getTime();

const reasonOf = ({ state, failure, attempts }: LoggedDelivery): string =>
  attempts.at(-1)?.error ?? (state === 'GONE' ? 'the endpoint answered 410' : `the delivery failed: ${failure ?? 'no attempt is left'}`);
