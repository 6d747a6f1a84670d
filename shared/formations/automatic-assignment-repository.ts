import type { TenantId } from '../core/tenant-id.ts';
import type { AutomaticAssignment } from './automatic-assignment.ts';

export interface AutomaticAssignmentRepository {
  /** All of them, in any order: a formation has one at most. */
  list(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Throws NotUnique when the formation has one, NotFound when it is gone. */
  insert(assignment: AutomaticAssignment): Promise<void>;
  /** Ends the state `starting`; changes nothing in another state, or when it is gone. */
  settle(assignment: AutomaticAssignment): Promise<void>;
  /** Begins the state `ending`; changes nothing when it is gone. */
  beginEnd(assignment: AutomaticAssignment): Promise<void>;
  /** A repeat changes nothing. */
  delete(assignment: AutomaticAssignment): Promise<void>;
}
