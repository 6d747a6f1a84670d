import type { TenantId } from '../core/tenant-id.ts';
import type { CurrentRevision } from './configuration-revision.ts';

export interface ConfigurationRevisionRepository {
  /** Reads the revision: one consistent read of one unit. */
  current(tenant: TenantId): Promise<CurrentRevision>;
}
