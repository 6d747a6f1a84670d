import type { Formation } from '../formations/formation.ts';
import type { FormationAssignment } from './formation-assignment.ts';
import { type AssignmentsDeps, listAssignments } from './list-assignments.ts';

/** Maximum number of participants by which a formation is judged, so that reading the condition of a large one has an end. */
const maxJudged = 200;

export interface FormationCondition {
  readonly condition: 'READY' | 'IN_PROGRESS' | 'ERROR';
  /** The assignments that ended in failure. */
  readonly failed: readonly FormationAssignment[];
}

/** The condition of a formation as its first 200 participants have it. A formation that did not change is READY without a read. */
export async function conditionOf(formation: Formation, deps: AssignmentsDeps): Promise<FormationCondition> {
  if (!formation.applicationsChange && !formation.runtimesChange) return { condition: 'READY', failed: [] };
  const { data } = await listAssignments(formation, { first: maxJudged }, deps);
  const failed = data.filter(({ error }) => error !== undefined);
  if (failed.length > 0) return { condition: 'ERROR', failed };
  return { condition: data.every(({ state }) => state === 'READY') ? 'READY' : 'IN_PROGRESS', failed };
}
