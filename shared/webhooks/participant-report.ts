import * as z from 'zod';
import { readJson } from '../core/bounded-json.ts';
import type { Delivery } from './delivery.ts';
import type { Webhook } from './webhook.ts';

/** `ERROR`: the participant could not follow the change. `CONFIG_PENDING`: it has begun to, and reports again. */
export type ReportedState = 'READY' | 'ERROR' | 'CONFIG_PENDING';

/** The state of a participant as its own answer to a notification says. `EXPECTED`: a report follows, by callback. */
export interface AnsweredState {
  readonly state: ReportedState | 'EXPECTED';
  readonly error?: string;
}

/** A report that a participant sent after it was notified. */
export interface ParticipantReport {
  readonly state: ReportedState;
  readonly error?: string;
  /** Sealed JSON. */
  readonly configuration?: string;
  readonly at: string;
}

/** Sealing context of the configuration in a report. */
export const reportSealingContext = (tenant: string, deliveryId: string): string => `${tenant}/delivery/${deliveryId}/report`;

/** The states of the original. Each change has an error state of its own. */
export const wireStates = ['READY', 'CONFIG_PENDING', 'CREATE_ERROR', 'DELETE_ERROR'] as const;
export type WireState = (typeof wireStates)[number];

export const reportedStateOf = (state: WireState): ReportedState => (state === 'READY' || state === 'CONFIG_PENDING' ? state : 'ERROR');

/** Maximum length of a reason, in characters. */
export const maxReasonLength = 2000;

const answer = z
  .object({ state: z.enum(wireStates).optional().catch(undefined), error: z.string().min(1).optional().catch(undefined) })
  .refine(({ state, error }) => state !== undefined || error !== undefined);

const formationEvents: readonly (string | undefined)[] = ['FormationAssigned', 'FormationUnassigned'];

/** Returns true if the delivery tells of a change of a formation, and the answer to it follows by callback. */
export const expectsReport = ({ eventType }: Pick<Delivery, 'eventType'>, { mode }: Pick<Webhook, 'mode'>): boolean =>
  mode === 'ASYNC_CALLBACK' && formationEvents.includes(eventType);

/** The state in the body of an answer that accepted a change of a formation. A webhook without a mode is known by its status alone. */
export function answeredState(
  delivery: Pick<Delivery, 'eventType'>,
  webhook: Pick<Webhook, 'mode'>,
  body: string | undefined,
): AnsweredState | undefined {
  if (expectsReport(delivery, webhook)) return { state: 'EXPECTED' };
  if (webhook.mode !== 'SYNC' || !formationEvents.includes(delivery.eventType) || body === undefined) return undefined;
  const read = readJson(body);
  const parsed = 'problem' in read ? undefined : answer.safeParse(read.value);
  if (!parsed?.success) return undefined;
  const { state = 'CREATE_ERROR', error } = parsed.data;
  return { state: error === undefined ? reportedStateOf(state) : 'ERROR', ...(error !== undefined && { error: error.slice(0, 500) }) };
}
