import type { TenantId } from '../core/tenant-id.ts';

export const formationObjectTypes = ['APPLICATION', 'RUNTIME'] as const;
export type FormationObjectType = (typeof formationObjectTypes)[number];

/** A group of Applications and Runtimes: its Runtimes see its Applications. */
export interface Formation {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly formationTemplateId: string;
  readonly state: 'INITIAL' | 'READY' | 'DRAFT';
  /** Number of Applications in it, changed by every assignment, so that counting costs no read. */
  readonly applicationCount: number;
  readonly runtimeCount: number;
  /** The latest arrival or departure of an Application. Absent before the first one that this release wrote. */
  readonly applicationsChange?: MembersChange;
  /** The same of a Runtime. */
  readonly runtimesChange?: MembersChange;
  readonly version: number;
  readonly changedBy: string;
}

export interface MembersChange {
  /** A UUID v7, which has the time of the change. */
  readonly id: string;
  readonly type: 'ASSIGN' | 'UNASSIGN';
  /** The object that came or went. */
  readonly objectId: string;
  /** Id of the assignment that began or ended. Absent where an earlier release made the assignment. */
  readonly assignment?: string;
}

/** The assignment of one Application or Runtime to a formation. */
export interface FormationMember {
  readonly tenant: TenantId;
  readonly formationId: string;
  readonly formationName: string;
  readonly objectType: FormationObjectType;
  readonly objectId: string;
  /** Id of this assignment, a UUID v7, which has its time. Given when it is stored; absent in those of earlier releases. */
  readonly changeId?: string;
  readonly version: number;
  readonly changedBy: string;
}

/** The formations that an object enters and leaves at once. */
export interface MemberMoves {
  readonly enters: readonly FormationMember[];
  readonly leaves: readonly FormationMember[];
}

/** The formation of an object that is assigned in the transaction that registers it; missing formations are created with it. */
export interface InitialAssignment {
  readonly member: FormationMember;
  readonly created?: Formation;
}
