import type { TenantId } from '../core/tenant-id.ts';
import { assignmentId } from '../formations/assignment-id.ts';
import type { FormationObjectType } from '../formations/formation.ts';

/**
 * `INITIAL`: the participant was not told yet of the latest change that concerns it, or did not ask since. `DELETING`: the same where that change is the
 * departure of a Runtime. `READY`: it was told, or there is nothing to tell it. `CREATE_ERROR`, `DELETE_ERROR`: telling it was given up, or it reported that it
 * could not follow. `CONFIG_PENDING`: it reported that it has begun to.
 */
export type AssignmentState = 'INITIAL' | 'DELETING' | 'CONFIG_PENDING' | 'READY' | 'CREATE_ERROR' | 'DELETE_ERROR';

export interface AssignmentError {
  readonly message: string;
  /** 1: the participant could not be told. 2: it reported the error. */
  readonly code: number;
}

/** A configuration that a participant reported of a delivery, sealed. */
export interface SealedConfiguration {
  readonly deliveryId: string;
  readonly sealed: string;
}

/** The latest change of a formation that concerns a participant. */
export interface ParticipantChange {
  /** A UUID v7, which has the time of the change. */
  readonly id: string;
  readonly type: 'ASSIGN' | 'UNASSIGN';
  /** The object that came or went: the participant itself, or one of the other type. */
  readonly objectId: string;
  /** The event by which an Application is told. Absent where none is raised for it. */
  readonly eventId?: string;
}

/** The state in which a participant of a formation is with the latest change that concerns it. */
export interface FormationAssignment {
  readonly tenant: TenantId;
  readonly id: string;
  readonly formationId: string;
  readonly objectType: FormationObjectType;
  readonly objectId: string;
  readonly state: AssignmentState;
  readonly error?: AssignmentError;
  readonly configuration?: SealedConfiguration;
  /** Absent where nothing has changed since an earlier release made the assignment. */
  readonly change?: ParticipantChange;
  readonly stateChangedAt?: string;
  readonly notifiedAt?: string;
}

/** The states that say that the participant waits, and that telling it was given up. */
export const statesOf = ({ type }: ParticipantChange): ChangeStates =>
  type === 'ASSIGN' ? { waiting: 'INITIAL', failed: 'CREATE_ERROR' } : { waiting: 'DELETING', failed: 'DELETE_ERROR' };

interface ChangeStates {
  readonly waiting: 'INITIAL' | 'DELETING';
  readonly failed: 'CREATE_ERROR' | 'DELETE_ERROR';
}

/** The object whose assignment has the id; undefined for an id of another formation. */
export function objectOfAssignment(formationId: string, id: string): string | undefined {
  const prefix = assignmentId(formationId, '');
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
