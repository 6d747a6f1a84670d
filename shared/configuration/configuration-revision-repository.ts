import type { TenantId } from '../core/tenant-id.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { CurrentRevision } from './configuration-revision.ts';

export interface ConfigurationRevisionRepository {
  /** Reads the revision: one consistent read of one unit. */
  current(tenant: TenantId): Promise<CurrentRevision>;

  /** Reads the changes that began at a time or later, by one consistent query; undefined if they are too many for that. */
  changesSince(tenant: TenantId, time: Date): Promise<readonly ConfigurationChange[] | undefined>;
}
