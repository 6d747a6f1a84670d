import { later } from '../core/clock.ts';
import { createdAtOf } from '../core/ids.ts';
import { deliveryIdFor } from '../webhooks/configuration-delivery.ts';
import type { LoggedDelivery } from '../webhooks/delivery-log.ts';
import { recordLifetime } from '../webhooks/delivery-record.ts';
import type { Recipient } from '../webhooks/recipient.ts';
import { type FormationAssignment, type ParticipantChange, statesOf } from './formation-assignment.ts';
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

type Outcome = Pick<FormationAssignment, 'state' | 'error' | 'stateChangedAt' | 'notifiedAt'>;

/** The state of an Application as the deliveries of the change say: one that failed counts before one that is under way. */
export function outcomeOf(change: ToldChange, tellings: readonly Telling[]): Outcome {
  const { waiting, failed } = statesOf(change);
  const records = tellings.map(({ record }) => record).filter((one) => one !== undefined);
  const notifiedAt = records
    .flatMap(({ attempts }) => attempts.map(({ at }) => at))
    .sort()
    .at(-1);
  const notified = notifiedAt !== undefined && { notifiedAt };
  const changedAt = timeOf(change).toISOString();
  const failure = records.find(({ state }) => state === 'FAILED' || state === 'GONE');
  if (failure) {
    const error = { message: reasonOf(failure), code: 1 };
    return { state: failed, error, stateChangedAt: notifiedAt ?? changedAt, ...notified };
  }
  if (tellings.some((telling) => isWaiting(telling, change))) return { state: waiting, stateChangedAt: changedAt, ...notified };
  return { state: 'READY', stateChangedAt: notifiedAt ?? changedAt, ...notified };
}

/** A webhook that was added after the change is not called for it, and has no record. */
export const isWaiting = ({ record, webhookId }: Telling, change: ToldChange): boolean =>
  record ? record.state === 'PENDING' : (createdAtOf(webhookId) ?? 0) <= timeOf(change).getTime();

const reasonOf = ({ state, failure, attempts }: LoggedDelivery): string =>
  attempts.at(-1)?.error ?? (state === 'GONE' ? 'the endpoint answered 410' : `the delivery failed: ${failure ?? 'no attempt is left'}`);
