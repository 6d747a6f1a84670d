import type { TenantId } from '../core/tenant-id.ts';
import type { AutomaticAssignment } from './automatic-assignment.ts';

export interface AutomaticAssignmentRepository {
  /** All of them, in any order: there is one per formation at most. */
  list(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Throws NotUnique when the formation has one, NotFound when it is gone. */
  insert(assignment: AutomaticAssignment): Promise<void>;
  /** A repeat changes nothing. */
  delete(assignment: AutomaticAssignment): Promise<void>;
}
