import { createdAtOf } from '../core/ids.ts';
import { eventIdOf } from '../events/event-id.ts';
import type { Formation, FormationMember, MembersChange } from '../formations/formation.ts';
import type { ParticipantChange } from './formation-assignment.ts';

/**
 * The latest change that concerns a member of a formation: its own assignment, or what came or went later of the other type. An Application is told of its
 * own assignment where the formation has a Runtime, and of every Runtime; a Runtime asks for its configuration.
 */
export function changeConcerning(member: FormationMember, formation: Formation): ParticipantChange | undefined {
  const isApplication = member.objectType === 'APPLICATION';
  const others = isApplication ? formation.runtimesChange : formation.applicationsChange;
  const own = ownChange(member);
  const isOwn = own !== undefined && (others === undefined || own.id > others.id);
  const latest = isOwn ? own : others;
  if (!latest) return undefined;
  const { id, type, objectId } = latest;
  const eventId = isApplication && !(isOwn && formation.runtimeCount === 0) ? eventOf(latest) : undefined;
  return { id, type, objectId, ...(eventId !== undefined && { eventId }) };
}

const ownChange = ({ changeId, objectId }: FormationMember): MembersChange | undefined =>
  changeId === undefined ? undefined : { id: changeId, type: 'ASSIGN', objectId, assignment: changeId };

const eventOf = ({ type, assignment }: MembersChange): string | undefined =>
  assignment === undefined ? undefined : eventIdOf(assignment, type === 'ASSIGN' ? 'FormationAssigned' : 'FormationUnassigned');

/** Time of a change. */
export const timeOf = ({ id }: Pick<ParticipantChange, 'id'>): Date => new Date(createdAtOf(id) ?? 0);
