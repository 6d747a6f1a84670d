import type { TenantId } from '../core/tenant-id.ts';
import type { AutomaticAssignment } from './automatic-assignment.ts';

export interface AutomaticAssignmentRepository {
  /** All of them, in any order: a formation has one at most. */
  list(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Stores an assignment. Throws NotUnique if the formation has one, NotFound if the formation does not exist. */
  insert(assignment: AutomaticAssignment): Promise<void>;
  /** Ends the state `starting`; answers whether the assignment was in it. */
  settle(assignment: AutomaticAssignment): Promise<boolean>;
  /** Begins the state `ending`; answers false if the assignment was deleted, or the formation has one by another label. */
  beginEnd(assignment: AutomaticAssignment): Promise<boolean>;
  /** Deletes an assignment in the state `ending`. A repeat changes nothing. */
  delete(assignment: AutomaticAssignment): Promise<void>;
}
