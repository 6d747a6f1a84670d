import * as z from 'zod';
import { type Actor, actsForTenant, requireScope } from '../core/actor.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, text, validate } from '../core/validate.ts';
import type { Formation, FormationMember } from '../formations/formation.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { DeliveryRepository } from '../webhooks/delivery-record.ts';
import {
  maxReasonLength,
  type ParticipantReport,
  reportedStateOf,
  reportSealingContext,
  wireStates,
} from '../webhooks/participant-report.ts';
import { type AssessDeps, assessMembers } from './assess-members.ts';
import { objectOfAssignment, type ParticipantChange, statesOf } from './formation-assignment.ts';

interface Deps extends AssessDeps {
  readonly formations: Pick<FormationRepository, 'find' | 'findMember'>;
  readonly deliveries: Pick<DeliveryRepository, 'report'>;
  readonly sealer: Pick<Sealer, 'seal'>;
}

/** The assignment, and the delivery if the report is of one only. */
export interface ReportTarget {
  readonly formationId: string;
  readonly assignmentId: string;
  readonly deliveryId?: string;
}

/** Maximum bytes of a configuration as JSON: it is in the record of a delivery. */
const maxConfigurationBytes = 16 * 1024;

const reportSchema = z
  .strictObject({
    state: optional(z.enum(wireStates)),
    error: optional(text(maxReasonLength)),
    configuration: z
      .unknown()
      .transform((value) => (value === undefined || value === null ? undefined : JSON.stringify(value)))
      .refine(
        (value) => value === undefined || Buffer.byteLength(value) <= maxConfigurationBytes,
        `must be at most ${maxConfigurationBytes} bytes`,
      )
      .optional(),
  })
  .refine(({ state, error }) => state !== undefined || error !== undefined, { path: ['state'], error: 'is required' })
  .refine(({ state, error }) => !error || state === undefined || reportedStateOf(state) === 'ERROR', {
    path: ['state'],
    error: 'must be CREATE_ERROR or DELETE_ERROR with an error',
  })
  .refine(
    ({ state, error, configuration }) => configuration === undefined || !(error || reportedStateOf(state ?? 'CREATE_ERROR') === 'ERROR'),
    {
      path: ['configuration'],
      error: 'must be left out with an error',
    },
  );

/**
 * Notes what an Application reports of the latest change of a formation: of the delivery by which it was notified, or of all of them. A repetition has no
 * effect, and a later report counts instead. Throws InsufficientScopes, InvalidData, NotFound (the same for the assignment of another as for an unknown one)
 * and InvalidOperation for a participant that was not notified of the latest change.
 */
export async function reportState(target: ReportTarget, given: unknown, actor: Actor, deps: Deps): Promise<void> {
  requireScope(actor, 'application:write');
  const { formation, member } = await assignmentOf(target, actor, deps);
  const report = validate('FormationAssignmentStatus', reportSchema, given);
  if (member.objectType === 'RUNTIME') throw invalidOperation('a Runtime reports by asking for its configuration');
  const { change, deliveryIds } = await notifiedOf(member, formation, deps);
  const of = deliveryIds.filter((id) => id === (target.deliveryId ?? id));
  if (!change || of.length === 0)
    throw invalidOperation('it was not notified of the latest change of the formation yet; report after the next notification');
  const { state = statesOf(change).failed, error, configuration } = report;
  requireStateOf(change, state);
  const noted: ParticipantReport = { state: reportedStateOf(state), at: deps.clock().toISOString(), ...(error && { error }) };
  await Promise.all(
    of.map(async (id) => {
      const sealed =
        configuration === undefined ? undefined : await deps.sealer.seal(reportSealingContext(actor.tenant, id), configuration);
      await deps.deliveries.report(actor.tenant, id, { ...noted, ...(sealed !== undefined && { configuration: sealed }) });
    }),
  );
}

async function assignmentOf({ formationId, assignmentId }: ReportTarget, actor: Actor, { formations }: Deps) {
  const unknown = () => notFound('formation assignment', assignmentId.slice(0, 256));
  const objectId = objectOfAssignment(formationId, assignmentId);
  if (!objectId || !(actsForTenant(actor) || actor.id === objectId)) throw unknown();
  const [formation, member] = await Promise.all([
    formations.find(actor.tenant, formationId),
    formations.findMember(actor.tenant, formationId, objectId),
  ]);
  if (!formation || !member) throw unknown();
  return { formation, member };
}

/** The latest change of which an Application was notified, and the deliveries by which that was attempted. */
async function notifiedOf(member: FormationMember, formation: Formation, deps: Deps) {
  const [assessed] = await assessMembers([member], formation, deps);
  const tellings = assessed?.told?.tellings ?? [];
  return {
    change: assessed?.told?.change,
    deliveryIds: tellings.filter(({ record }) => record && record.attemptCount > 0).map(({ deliveryId }) => deliveryId),
  };
}

/** Throws InvalidOperation for the error state of the other kind of change, and for one that is begun where a Runtime left. */
function requireStateOf(change: ParticipantChange, state: (typeof wireStates)[number]): void {
  const { failed } = statesOf(change);
  const allowed = ['READY', failed, ...(change.type === 'ASSIGN' ? ['CONFIG_PENDING'] : [])];
  if (!allowed.includes(state)) {
    throw invalidOperation(`the state ${state} is not one of ${change.type}: report ${allowed.join(', ')}`);
  }
}
