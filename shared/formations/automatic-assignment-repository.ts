import type { TenantId } from '../core/tenant-id.ts';
import type { AutomaticAssignment } from './automatic-assignment.ts';

export interface AutomaticAssignmentRepository {
  /** All of them, in any order: a formation has one at most. */
  list(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Stores an assignment. Throws NotUnique if the formation has one, NotFound if the formation does not exist. */
  insert(assignment: AutomaticAssignment): Promise<void>;
  /** Ends the state `starting`; changes nothing in another state, or if it was deleted. */
  settle(assignment: AutomaticAssignment): Promise<void>;
  /** Begins the state `ending`; changes nothing if it was deleted. */
  beginEnd(assignment: AutomaticAssignment): Promise<void>;
  /** A repeat changes nothing. */
  delete(assignment: AutomaticAssignment): Promise<void>;
}
